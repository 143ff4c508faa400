/// Carries out what the conductor directs: one event loop on one thread that appends facts, hands
/// commands to the transport and takes answers from people. Never prompts.
@NullMarked
package dev.blackstart.engine;

import org.jspecify.annotations.NullMarked;
