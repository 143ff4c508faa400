package dev.blackstart.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Value;

/// The names under which the cases of nested choices are stored, kept here so that the domain knows nothing
/// of JSON. They never change.
final class StoredShapes {
    private StoredShapes() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @Type(name = "seen", value = Observation.Seen.class),
        @Type(name = "no_answer", value = Observation.NoAnswer.class),
        @Type(name = "not_admissible", value = Observation.NotAdmissible.class)
    })
    private interface ObservationShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @Type(name = "succeeded", value = Outcome.Succeeded.class),
        @Type(name = "failed", value = Outcome.Failed.class),
        @Type(name = "timed_out", value = Outcome.TimedOut.class),
        @Type(name = "unreachable", value = Outcome.Unreachable.class),
        @Type(name = "unknown", value = Outcome.Unknown.class),
        @Type(name = "rehearsed", value = Outcome.Rehearsed.class)
    })
    private interface OutcomeShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @Type(name = "taken", value = Reading.Taken.class),
        @Type(name = "missing", value = Reading.Missing.class)
    })
    private interface ReadingShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @Type(name = "bool", value = Value.Bool.class),
        @Type(name = "int", value = Value.Whole.class),
        @Type(name = "double", value = Value.Real.class),
        @Type(name = "string", value = Value.Words.class)
    })
    private interface ValueShape {}

    static Module module() {
        return new SimpleModule("shapes")
                .setMixInAnnotation(Observation.class, ObservationShape.class)
                .setMixInAnnotation(Outcome.class, OutcomeShape.class)
                .setMixInAnnotation(Reading.class, ReadingShape.class)
                .setMixInAnnotation(Value.class, ValueShape.class);
    }
}
