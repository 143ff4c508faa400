/// Proof that nothing acknowledged is lost when the power goes, and that nothing is made up when
/// the disk refuses.
@NullMarked
package dev.blackstart.proof.power;

import org.jspecify.annotations.NullMarked;
