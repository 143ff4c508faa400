/// What a called runbook becomes in the runbook that calls it: its steps and hypotheses under the
/// call's id, its expressions and texts seeing nothing but its own names.
@NullMarked
package dev.blackstart.runbook.called;

import org.jspecify.annotations.NullMarked;
