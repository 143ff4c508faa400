/// A service as it looks from afar, and what only pretends to be one.
@NullMarked
package dev.blackstart.remote;

import org.jspecify.annotations.NullMarked;
