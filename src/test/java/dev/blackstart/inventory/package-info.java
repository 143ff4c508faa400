/// Names of hosts, by themselves.
@NullMarked
package dev.blackstart.inventory;

import org.jspecify.annotations.NullMarked;
