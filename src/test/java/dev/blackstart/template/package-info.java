@NullMarked
package dev.blackstart.template;

import org.jspecify.annotations.NullMarked;
