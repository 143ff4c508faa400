package dev.blackstart.expression;

import dev.blackstart.runbook.Problem;

/// The names an expression may use, for telling people which one they meant.
interface Vocabulary {
    /// @param name the name CEL does not know, without what follows its dot
    Problem unknown(Places places, int offset, String name);
}
