package dev.blackstart.run;

/// What the evidence says about a hypothesis.
public enum HypothesisVerdict {
    CONFIRMED,
    REFUTED,
    UNDECIDED
}
