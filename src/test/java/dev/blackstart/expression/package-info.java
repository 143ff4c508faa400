@NullMarked
package dev.blackstart.expression;

import org.jspecify.annotations.NullMarked;
