/// Hosts, groups, services and the selectors that pick them. Knows nothing about runbooks or how a
/// host is reached.
@NullMarked
package dev.blackstart.inventory;

import org.jspecify.annotations.NullMarked;
