/// Tests of the command line.
@NullMarked
package dev.blackstart.door.cli;

import org.jspecify.annotations.NullMarked;
