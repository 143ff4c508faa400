package dev.blackstart.journal;

import dev.blackstart.run.RunEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The names and versions under which events are stored. A name is never used for something else
/// and never changes, whatever becomes of the class; a changed shape is a new version.
final class EventTypes {
    /// @param version the version this program writes, and the newest it reads
    record EventType(String name, int version, Class<? extends RunEvent> shape) {}

    private static final List<EventType> ALL =
            List.of(
                    new EventType("RunOpened", 1, RunEvent.RunOpened.class),
                    new EventType("RunResumed", 1, RunEvent.RunResumed.class),
                    new EventType("ReconcileBegun", 1, RunEvent.ReconcileBegun.class),
                    new EventType("RunbookAmended", 1, RunEvent.RunbookAmended.class),
                    new EventType("NeedsChecked", 1, RunEvent.NeedsChecked.class),
                    new EventType("Called", 1, RunEvent.Called.class),
                    new EventType("ObservationStarted", 1, RunEvent.ObservationStarted.class),
                    new EventType("Observed", 1, RunEvent.Observed.class),
                    new EventType("Answered", 1, RunEvent.Answered.class),
                    new EventType("Established", 1, RunEvent.Established.class),
                    new EventType("GateOpened", 2, RunEvent.GateOpened.class),
                    new EventType("Rehearsed", 2, RunEvent.Rehearsed.class),
                    new EventType("GateAnswered", 2, RunEvent.GateAnswered.class),
                    new EventType("GateVoided", 1, RunEvent.GateVoided.class),
                    new EventType("Dispatched", 1, RunEvent.Dispatched.class),
                    new EventType("IntentVoid", 1, RunEvent.IntentVoid.class),
                    new EventType("WrittenAgain", 1, RunEvent.WrittenAgain.class),
                    new EventType("Sent", 1, RunEvent.Sent.class),
                    new EventType("Ended", 1, RunEvent.Ended.class),
                    new EventType("Resolved", 1, RunEvent.Resolved.class),
                    new EventType("ReceiptRead", 2, RunEvent.ReceiptRead.class),
                    new EventType("AtWork", 1, RunEvent.AtWork.class),
                    new EventType("StopTold", 1, RunEvent.StopTold.class),
                    new EventType("ArtifactChecked", 1, RunEvent.ArtifactChecked.class),
                    new EventType("Fetched", 1, RunEvent.Fetched.class),
                    new EventType("Captured", 1, RunEvent.Captured.class),
                    new EventType("LoanTaken", 1, RunEvent.LoanTaken.class),
                    new EventType("LoanRepaid", 1, RunEvent.LoanRepaid.class),
                    new EventType("LoanLeft", 1, RunEvent.LoanLeft.class),
                    new EventType("GuardAnswered", 1, RunEvent.GuardAnswered.class),
                    new EventType("Reopened", 1, RunEvent.Reopened.class),
                    new EventType("WaveBegun", 1, RunEvent.WaveBegun.class),
                    new EventType("WaveProven", 1, RunEvent.WaveProven.class),
                    new EventType("WaveSoaked", 1, RunEvent.WaveSoaked.class),
                    new EventType("Sighted", 1, RunEvent.Sighted.class),
                    new EventType("Rebooted", 1, RunEvent.Rebooted.class),
                    new EventType("FileSeen", 1, RunEvent.FileSeen.class),
                    new EventType("Verified", 1, RunEvent.Verified.class),
                    new EventType("StepSettled", 1, RunEvent.StepSettled.class),
                    new EventType("WheelOffered", 1, RunEvent.WheelOffered.class),
                    new EventType("WheelDeclined", 1, RunEvent.WheelDeclined.class),
                    new EventType("WheelTaken", 1, RunEvent.WheelTaken.class),
                    new EventType("HostSkipped", 1, RunEvent.HostSkipped.class),
                    new EventType("HostExcluded", 1, RunEvent.HostExcluded.class),
                    new EventType("Amended", 1, RunEvent.Amended.class),
                    new EventType("InspectionStarted", 1, RunEvent.InspectionStarted.class),
                    new EventType("Inspected", 1, RunEvent.Inspected.class),
                    new EventType("ClockJumped", 1, RunEvent.ClockJumped.class),
                    new EventType("Noted", 1, RunEvent.Noted.class),
                    new EventType("GlassReviewed", 1, RunEvent.GlassReviewed.class),
                    new EventType("Paused", 1, RunEvent.Paused.class),
                    new EventType("StopRequested", 1, RunEvent.StopRequested.class),
                    new EventType("Closed", 1, RunEvent.Closed.class));

    private static final Map<String, EventType> BY_NAME =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<? extends RunEvent>, EventType> BY_SHAPE =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::shape, Function.identity()));

    private EventTypes() {}

    static EventType of(RunEvent event) {
        EventType type = BY_SHAPE.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException(event.getClass() + " has no name in the journal");
        }
        return type;
    }

    static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
