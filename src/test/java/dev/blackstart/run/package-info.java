@NullMarked
package dev.blackstart.run;

import org.jspecify.annotations.NullMarked;
