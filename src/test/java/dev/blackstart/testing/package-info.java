/// Real things that tests start: processes that end with the test.
@NullMarked
package dev.blackstart.testing;

import org.jspecify.annotations.NullMarked;
