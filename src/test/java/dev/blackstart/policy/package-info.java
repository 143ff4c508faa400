@NullMarked
package dev.blackstart.policy;

import org.jspecify.annotations.NullMarked;
