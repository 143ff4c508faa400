/// Hosts for tests: folders with real shells behind them, and real OpenSSH servers on loopback.
@NullMarked
package dev.blackstart.testing;

import org.jspecify.annotations.NullMarked;
