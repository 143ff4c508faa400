/// Tests of simulated worlds.
@NullMarked
package dev.blackstart.transport.simulated;

import org.jspecify.annotations.NullMarked;
