package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import java.util.List;

/// One lint rule.
interface Rule {
    /// Short stable name, shown with every problem and used to silence warnings.
    String id();

    /// What it finds and why that matters, in one sentence for the documentation.
    String says();

    List<Problem> check(Subject subject);
}
