/// Whole recoveries on real servers.
@NullMarked
package dev.blackstart.endtoend;

import org.jspecify.annotations.NullMarked;
