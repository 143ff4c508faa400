package dev.blackstart.view;

import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import java.util.Optional;

/// What was decided about a host or its command after a failure, in one sentence each.
final class DepartureLines {
    private DepartureLines() {}

    static String of(RunEvent.HostSkipped event) {
        return "SKIPPED HERE: the step goes on without it, " + why(event.by(), event.reason());
    }

    static String of(RunEvent.HostExcluded event) {
        return "EXCLUDED: nothing more is sent there and its word counts no longer, "
                + why(event.by(), event.reason());
    }

    static String of(RunEvent.Amended event) {
        return "AMENDED by "
                + event.by()
                + ": another command for its attempt "
                + event.action().attempt()
                + "; what was approved before covers it no longer";
    }

    static String of(RunEvent.InspectionStarted event) {
        return event.by()
                + " inspects it with a command of their own, as typed and not checked: "
                + event.command();
    }

    private static String why(Optional<Person> by, String reason) {
        return by.isPresent() ? reason : "as the runbook says: " + reason;
    }
}
