/// Looks at what Blackstart itself stands on, and proves it with a child from which the rest is cut
/// off.
@NullMarked
package dev.blackstart.door.cli.doctor;

import org.jspecify.annotations.NullMarked;
