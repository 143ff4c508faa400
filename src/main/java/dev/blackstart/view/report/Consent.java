package dev.blackstart.view.report;

import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Risk;
import java.util.Collections;
import java.util.List;

/// What an action risks and who must agree to it, as it is asked for on paper.
record Consent(Execution execution) {
    private Risk asked() {
        return execution.gate().askedAs(execution.risk());
    }

    private int people() {
        return execution.gate().people(execution.risk());
    }

    String says() {
        StringBuilder words = new StringBuilder(risk());
        if (asked() == Risk.DISRUPT) {
            words.append(" Say the target's name aloud first.");
        }
        if (people() == 2) {
            words.append(" A second person must agree");
        } else if (people() > 2) {
            words.append(" ").append(people()).append(" different people must agree");
        }
        if (asked() == Risk.IRREVERSIBLE) {
            words.append(", and the reason is written down");
        }
        return people() > 1 ? words.append(".").toString() : words.toString();
    }

    private String risk() {
        return switch (execution.risk()) {
            case MUTATE -> "It changes something.";
            case DISRUPT -> "It interrupts a service.";
            case IRREVERSIBLE -> "It cannot be taken back.";
        };
    }

    /// A line to sign for each, where more than one must agree.
    List<String> signatures() {
        return people() > 1 ? Collections.nCopies(people(), "agreed by") : List.of();
    }
}
