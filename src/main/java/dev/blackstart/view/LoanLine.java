package dev.blackstart.view;

import dev.blackstart.run.RunEvent;

/// What happened to a loan or to a guard, in one short piece of text without time, step or host.
final class LoanLine {
    private LoanLine() {}

    static String of(RunEvent.Captured event) {
        String when =
                switch (event.when()) {
                    case ORIGINAL -> "the original value";
                    case OURS -> "the value we left";
                    case PRESENT -> "the value now";
                };
        return event.value()
                .map(value -> when + ": " + Escaped.line(value, 60))
                .orElse("NOT CAPTURED, " + when + ": " + event.reason());
    }

    static String of(RunEvent.LoanTaken event) {
        return "LOAN taken, due " + event.due() + ", repaid with " + event.repay();
    }

    static String of(RunEvent.LoanRepaid event) {
        String how =
                switch (event.how()) {
                    case UNDONE -> "taken back";
                    case ORIGINAL -> "nothing to take back";
                    case EVIDENCE -> "shown by the evidence";
                    case REVERTED -> "by the host";
                };
        return "loan repaid, " + how + ": " + event.reason();
    }

    static String of(RunEvent.LoanLeft event) {
        return "LOAN NOT TAKEN BACK: " + String.join("; ", event.reasons()) + ". " + event.next();
    }

    static String of(RunEvent.GuardAnswered event) {
        String said =
                switch (event.word()) {
                    case DISARMED -> "confirmed; the host will not undo it by itself";
                    case REVERTED -> "THE HOST UNDID IT BY ITSELF";
                    case REVERT_FAILED -> "THE HOST'S OWN UNDO FAILED";
                    case REVERTING -> "the host is undoing it";
                    case GONE -> "nothing on the host undoes it any more";
                    case NO_ANSWER -> "the host did not say whether it has undone it";
                };
        return event.reason().isEmpty() ? said : said + ": " + event.reason();
    }
}
