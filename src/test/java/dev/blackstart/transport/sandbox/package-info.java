@NullMarked
package dev.blackstart.transport.sandbox;

import org.jspecify.annotations.NullMarked;
