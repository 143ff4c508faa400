/// The dependency map of services: who runs where, who needs whom, and what an outage of hosts
/// therefore breaks. Pure.
@NullMarked
package dev.blackstart.topology;

import org.jspecify.annotations.NullMarked;
