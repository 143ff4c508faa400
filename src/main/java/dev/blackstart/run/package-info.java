/// A run as facts and decisions: events, the state they fold into, and the conductor that says what
/// comes next. Pure: no clock, no I/O, no threads.
@NullMarked
package dev.blackstart.run;

import org.jspecify.annotations.NullMarked;
