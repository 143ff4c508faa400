/// Tests of what a run decides.
@NullMarked
package dev.blackstart.run;

import org.jspecify.annotations.NullMarked;
