package dev.blackstart.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.blackstart.run.FileState;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Value;

/// The names under which the cases of nested choices are stored, kept here so that the domain knows
/// nothing of JSON. They never change.
final class StoredShapes {
    private StoredShapes() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "seen", value = Observation.Seen.class),
        @JsonSubTypes.Type(name = "no_answer", value = Observation.NoAnswer.class),
        @JsonSubTypes.Type(name = "not_admissible", value = Observation.NotAdmissible.class)
    })
    private interface ObservationShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "succeeded", value = Outcome.Succeeded.class),
        @JsonSubTypes.Type(name = "failed", value = Outcome.Failed.class),
        @JsonSubTypes.Type(name = "timed_out", value = Outcome.TimedOut.class),
        @JsonSubTypes.Type(name = "unreachable", value = Outcome.Unreachable.class),
        @JsonSubTypes.Type(name = "unknown", value = Outcome.Unknown.class),
        @JsonSubTypes.Type(name = "rehearsed", value = Outcome.Rehearsed.class)
    })
    private interface OutcomeShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "taken", value = Reading.Taken.class),
        @JsonSubTypes.Type(name = "missing", value = Reading.Missing.class)
    })
    private interface ReadingShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "bool", value = Value.Bool.class),
        @JsonSubTypes.Type(name = "int", value = Value.Whole.class),
        @JsonSubTypes.Type(name = "double", value = Value.Real.class),
        @JsonSubTypes.Type(name = "string", value = Value.Words.class)
    })
    private interface ValueShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "absent", value = FileState.Absent.class),
        @JsonSubTypes.Type(name = "present", value = FileState.Present.class),
        @JsonSubTypes.Type(name = "unusable", value = FileState.Unusable.class),
        @JsonSubTypes.Type(name = "unknown", value = FileState.Unknown.class)
    })
    private interface FileShape {}

    static Module module() {
        return new SimpleModule("shapes")
                .setMixInAnnotation(Observation.class, ObservationShape.class)
                .setMixInAnnotation(FileState.class, FileShape.class)
                .setMixInAnnotation(Outcome.class, OutcomeShape.class)
                .setMixInAnnotation(Reading.class, ReadingShape.class)
                .setMixInAnnotation(Value.class, ValueShape.class);
    }
}
