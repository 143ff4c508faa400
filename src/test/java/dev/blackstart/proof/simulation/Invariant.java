package dev.blackstart.proof.simulation;

/// What must be true after every event.
enum Invariant {
    /// no send without a durable intent
    INTENT_BEFORE_SEND,
    /// effects on a host never exceed decisions to send
    AT_MOST_ONCE,
    /// an acknowledged event is in every later read
    NOTHING_LOST,
    /// one owner of a run who is not fenced off
    ONE_OWNER,
    /// no two acting runs on one host or resource
    ONE_RUN_PER_HOST,
    /// each disruptive send has a live approval of the same digest by allowed people
    APPROVED,
    /// nobody is counted twice
    COUNTED_ONCE,
    /// states move only along the table, and a final one needs evidence from the host
    HONEST_OUTCOME,
    /// in flight never above the bound, and no send after the failure budget
    BOUNDED,
    /// the chain verifies without holes
    CHAIN,
    /// no secret in any sink
    NO_SECRET,
    /// every waiting state offers a choice that works and one that does nothing
    WAY_OUT,
    /// nothing counts after its time, by either clock, and a clock that was moved is seen first
    IN_TIME,
    /// when the faults are over, the run ends
    ENDS
}
