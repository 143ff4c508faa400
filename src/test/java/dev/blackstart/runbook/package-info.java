/// Tests of the runbook's own words.
@NullMarked
package dev.blackstart.runbook;

import org.jspecify.annotations.NullMarked;
