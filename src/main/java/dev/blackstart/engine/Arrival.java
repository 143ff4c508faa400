package dev.blackstart.engine;

import dev.blackstart.run.Directive;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;

/// What arrives at the engine's loop from other threads.
sealed interface Arrival {
    record Observed(Directive.Observe directive, Completion completion) implements Arrival {}

    record Sent(Directive.Act directive, Handed handed) implements Arrival {}

    record Ended(Directive.Act directive, String nonce, Completion completion) implements Arrival {}

    record ReceiptCame(Directive.ReadReceipt directive, Completion completion) implements Arrival {}

    record ArtifactChecked(Directive.CheckArtifact directive, Completion completion)
            implements Arrival {}

    record Captured(Directive.Capture directive, Completion completion) implements Arrival {}

    record Disarmed(Directive.Disarm directive, String nonce, Completion completion)
            implements Arrival {}

    record WorkSeen(Directive.LookAtWork directive, String nonce, Completion completion)
            implements Arrival {}

    record StopAnswered(Directive.StopWork directive, String nonce, Completion completion)
            implements Arrival {}

    record NeedsAnswered(Directive.CheckNeeds directive, Completion completion)
            implements Arrival {}

    record Inspected(Directive.Inspect directive, Completion completion) implements Arrival {}

    record Sighted(Directive.LookForReturn directive, Completion completion) implements Arrival {}

    record FileSeen(Directive.LookAtFile directive, Completion completion) implements Arrival {}

    /// The host's own hash of an artifact.
    record Hashed(Directive.FetchArtifact directive, Completion completion) implements Arrival {}

    record Fetched(Directive.FetchArtifact directive, String hostHash, FetchResult result)
            implements Arrival {}

    record Told(OperatorCommand command) implements Arrival {}
}
