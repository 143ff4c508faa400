package dev.blackstart.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Brings lines that an older version wrote into the shape of today, one version at a time. What
/// they could not say yet gets the value that was true without saying.
final class OlderShapes {
    private OlderShapes() {}

    /// @param version the version of the type that wrote the line
    static void upgrade(String type, int version, ObjectNode fields) {
        if (version > 1) {
            return;
        }
        switch (type) {
            case "GateOpened", "Rehearsed" -> gate(fields);
            case "GateAnswered" -> fields.put("typed", "");
            case "ReceiptRead" -> receipt(fields);
            default -> {}
        }
    }

    /// Version 1 had it in the first word of the answer.
    private static void receipt(ObjectNode fields) {
        boolean running = fields.path("answer").asText().startsWith("running");
        fields.put("word", running ? "RUNNING" : "UNDECIDED");
    }

    /// Since version 2 a gate says how many people it wants, what was amended, what its choices ask
    /// for, and how it goes over its hosts.
    private static void gate(ObjectNode fields) {
        if (!(fields.path("gate") instanceof ObjectNode gate)) {
            return;
        }
        gate.put("people", gate.path("risk").asText().equals("IRREVERSIBLE") ? 2 : 1);
        gate.putArray("amendments");
        gate.putNull("waves");
        for (JsonNode choice : gate.path("choices")) {
            if (choice instanceof ObjectNode it) {
                it.put("asks", "NOTHING");
            }
        }
    }
}
