/// The runbook language as records: what a runbook says, after reading and before anything runs.
/// Conditions, measures and texts are ports here; `expression` and `template` implement them.
@NullMarked
package dev.blackstart.runbook;

import org.jspecify.annotations.NullMarked;
