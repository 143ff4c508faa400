/// `Main`, settings and wiring: the only place that knows every package.
@NullMarked
package dev.blackstart;

import org.jspecify.annotations.NullMarked;
