/// Tests of what is decided without any host.
@NullMarked
package dev.blackstart.run;

import org.jspecify.annotations.NullMarked;
