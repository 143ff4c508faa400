/// Tests of the dependency map.
@NullMarked
package dev.blackstart.topology;

import org.jspecify.annotations.NullMarked;
