/// Cases in `src/test/resources/reading` and `lint`: adding a folder adds a test.
@NullMarked
package dev.blackstart.reading;

import org.jspecify.annotations.NullMarked;
