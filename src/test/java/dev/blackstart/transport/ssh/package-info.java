@NullMarked
package dev.blackstart.transport.ssh;

import org.jspecify.annotations.NullMarked;
