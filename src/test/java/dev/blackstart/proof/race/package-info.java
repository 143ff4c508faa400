/// Many processes that start at the same moment: at no time do two runs act on one host.
@NullMarked
package dev.blackstart.proof.race;

import org.jspecify.annotations.NullMarked;
