/// Takes runs out of the journal so that strangers can check them: chains with a signed head, and
/// archives of a run's evidence.
@NullMarked
package dev.blackstart.journal.export;

import org.jspecify.annotations.NullMarked;
