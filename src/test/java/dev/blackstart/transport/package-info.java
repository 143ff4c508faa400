@NullMarked
package dev.blackstart.transport;

import org.jspecify.annotations.NullMarked;
