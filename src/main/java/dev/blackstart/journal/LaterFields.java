package dev.blackstart.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.PreparedUpload;
import dev.blackstart.run.Printed;
import dev.blackstart.run.RunEvent;
import java.util.List;
import java.util.Optional;

/// Fields that events got after they were first stored. They are left out where they say nothing,
/// so that an event without them is stored as it always was; where they are missing they say
/// nothing.
final class LaterFields {
    private LaterFields() {}

    interface GateFields {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> forecast();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Prepared> undos();
    }

    interface PreparedFields {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<PreparedUpload> upload();
    }

    interface DispatchedFields {
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long epoch();

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean bare();
    }

    interface ResumedFields {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<RunEvent.TakeOver> takenOver();
    }

    interface AnsweredFields {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Attestation> attested();
    }

    interface ClosedFields {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<HostName> unknown();
    }

    interface ResolvedFields {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Printed> output();
    }

    interface UnknownFields {
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean doubtful();
    }

    interface HindranceFields {
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unheard.class)
        Hindrance by();
    }

    /// Leaves out what was the only hindrance there was when the first journals were written.
    static final class Unheard {
        @Override
        public boolean equals(Object value) {
            return value == Hindrance.UNREACHABLE;
        }

        @Override
        public int hashCode() {
            return Hindrance.UNREACHABLE.hashCode();
        }
    }

    static Module module() {
        return new SimpleModule("later")
                .setMixInAnnotation(Gate.class, GateFields.class)
                .setMixInAnnotation(RunEvent.RunResumed.class, ResumedFields.class)
                .setMixInAnnotation(RunEvent.GateAnswered.class, AnsweredFields.class)
                .setMixInAnnotation(RunEvent.Resolved.class, ResolvedFields.class)
                .setMixInAnnotation(RunEvent.Closed.class, ClosedFields.class)
                .setMixInAnnotation(Outcome.Unknown.class, UnknownFields.class)
                .setMixInAnnotation(Outcome.Unreachable.class, HindranceFields.class)
                .setMixInAnnotation(Observation.NoAnswer.class, HindranceFields.class)
                .setMixInAnnotation(RunEvent.Dispatched.class, DispatchedFields.class)
                .setMixInAnnotation(Prepared.class, PreparedFields.class);
    }

    /// Fills in what a stored event may lack.
    static void fill(String type, ObjectNode event) {
        switch (type) {
            case "Dispatched" -> {
                absent(event, "epoch", () -> event.put("epoch", 0));
                absent(event, "bare", () -> event.put("bare", false));
            }
            case "RunResumed" -> absent(event, "takenOver", () -> event.putNull("takenOver"));
            case "GateAnswered" -> absent(event, "attested", () -> event.putNull("attested"));
            case "Observed", "Inspected" -> fillHindrance(event.path("observation"), "no_answer");
            case "Ended" -> fillOutcome(event);
            case "Resolved" -> {
                absent(event, "output", () -> event.putNull("output"));
                fillOutcome(event);
            }
            case "Closed" -> absent(event, "unknown", () -> event.putArray("unknown"));
            default -> gate(event);
        }
    }

    private static void absent(ObjectNode event, String name, Runnable fill) {
        if (!event.has(name)) {
            fill.run();
        }
    }

    private static void fillOutcome(ObjectNode event) {
        if (event.get("outcome") instanceof ObjectNode outcome
                && outcome.path("type").asText().equals("unknown")) {
            absent(outcome, "doubtful", () -> outcome.put("doubtful", false));
        }
        fillHindrance(event.path("outcome"), "unreachable");
    }

    private static void fillHindrance(JsonNode end, String type) {
        if (end instanceof ObjectNode fields && fields.path("type").asText().equals(type)) {
            absent(fields, "by", () -> fields.put("by", Hindrance.UNREACHABLE.name()));
        }
    }

    private static void gate(ObjectNode event) {
        if (event.get("gate") instanceof ObjectNode gate) {
            if (!gate.has("forecast")) {
                gate.putArray("forecast");
            }
            if (!gate.has("undos")) {
                gate.putArray("undos");
            }
            gate.path("commands").forEach(LaterFields::fillCommand);
            gate.path("undos").forEach(LaterFields::fillCommand);
        }
    }

    private static void fillCommand(JsonNode command) {
        if (command instanceof ObjectNode fields && !fields.has("upload")) {
            fields.putNull("upload");
        }
    }
}
