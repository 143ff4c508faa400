/// Proof that kill -9 of the real command, at any moment, repeats nothing and loses nothing.
@NullMarked
package dev.blackstart.proof.kills;

import org.jspecify.annotations.NullMarked;
