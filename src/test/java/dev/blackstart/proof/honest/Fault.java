package dev.blackstart.proof.honest;

import java.time.Duration;

/// One fault in the middle of one action.
///
/// @param lasts of a stall
/// @param outage how long the host then refuses connections
/// @param again the next connection is reset at this byte from the host; 0 when it is not
record Fault(Moment moment, Effect effect, Duration lasts, Duration outage, int again) {}
