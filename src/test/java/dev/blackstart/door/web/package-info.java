/// The web console, in a real browser.
@NullMarked
package dev.blackstart.door.web;

import org.jspecify.annotations.NullMarked;
