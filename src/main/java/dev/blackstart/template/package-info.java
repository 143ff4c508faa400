/// Texts that are sent or shown: FreeMarker in square-bracket syntax, with every value in a command
/// quoted as one POSIX shell word; and the mask that keeps secrets out of what is kept.
@NullMarked
package dev.blackstart.template;

import org.jspecify.annotations.NullMarked;
