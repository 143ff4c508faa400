/// The append-only journal of runs: the port, in memory and on SQLite, the codec and the hash
/// chain.
@NullMarked
package dev.blackstart.journal;

import org.jspecify.annotations.NullMarked;
