/// How commands get to hosts and results come back: the port and what every transport shares.
@NullMarked
package dev.blackstart.transport;

import org.jspecify.annotations.NullMarked;
