@NullMarked
package dev.blackstart.transport.sandbox.confine;

import org.jspecify.annotations.NullMarked;
