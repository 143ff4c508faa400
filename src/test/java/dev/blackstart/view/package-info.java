/// Tests of what people read.
@NullMarked
package dev.blackstart.view;

import org.jspecify.annotations.NullMarked;
