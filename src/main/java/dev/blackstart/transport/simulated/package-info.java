/// Hosts that exist only in a drill file: they have a state, answer commands by the file's replies,
/// and speak the wrapper's protocol of claims and receipts. Nothing is run and nobody is contacted.
@NullMarked
package dev.blackstart.transport.simulated;

import org.jspecify.annotations.NullMarked;
