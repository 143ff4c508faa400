/// What several test suites share: cases kept as data files.
@NullMarked
package dev.blackstart.testing;

import org.jspecify.annotations.NullMarked;
