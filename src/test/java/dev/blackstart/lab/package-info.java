/// The lab in `docker/lab`: hosts with real faults come up, fail, are healed and leave nothing.
@NullMarked
package dev.blackstart.lab;

import org.jspecify.annotations.NullMarked;
