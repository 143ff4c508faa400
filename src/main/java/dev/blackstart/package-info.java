/// Where the program starts and is put together.
@NullMarked
package dev.blackstart;

import org.jspecify.annotations.NullMarked;
