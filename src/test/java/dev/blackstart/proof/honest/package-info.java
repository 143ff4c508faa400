/// Faults in the middle of actions, over the real transport and real servers: what was not seen to
/// end is called unknown, and found out.
@NullMarked
package dev.blackstart.proof.honest;

import org.jspecify.annotations.NullMarked;
