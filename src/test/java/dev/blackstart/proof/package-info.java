/// Proofs that cost minutes: they run with the tests in a small size, and in any size on request
/// (`-Dproof.size=full`, `-Dproof.seconds=N`). Each leaves one line in `target/proof`.
@NullMarked
package dev.blackstart.proof;

import org.jspecify.annotations.NullMarked;
