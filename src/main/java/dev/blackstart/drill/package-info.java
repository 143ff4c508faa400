/// What a drill expected and what came of it. Worlds live behind the transport.
@NullMarked
package dev.blackstart.drill;

import org.jspecify.annotations.NullMarked;
