package dev.blackstart.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Stored events of older versions, brought to the shape that is read now.
final class OlderShapes {
    private OlderShapes() {}

    /// Whether events of that version are known; the fields are then those of the present one.
    static boolean upgraded(String name, int version, ObjectNode fields) {
        if ((name.equals("GateOpened") || name.equals("Rehearsed"))
                && version == 1
                && fields.path("gate") instanceof ObjectNode gate) {
            gate.putNull("waves");
            return true;
        }
        return false;
    }
}
