/// What all doors on HTTP share.
@NullMarked
package dev.blackstart.door.http;

import org.jspecify.annotations.NullMarked;
