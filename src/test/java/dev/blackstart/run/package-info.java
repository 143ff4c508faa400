/// The conductor by itself, in a made world without hosts, threads or clocks.
@NullMarked
package dev.blackstart.run;

import org.jspecify.annotations.NullMarked;
