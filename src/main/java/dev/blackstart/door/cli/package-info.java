/// The command line: one class a verb, the plain terminal with its gates, exit codes. What verbs
/// need of the process comes in as `Surroundings`, what they need of the rest of the program as
/// `Ports`.
@NullMarked
package dev.blackstart.door.cli;

import org.jspecify.annotations.NullMarked;
