@NullMarked
package dev.blackstart.transport.wrapper;

import org.jspecify.annotations.NullMarked;
