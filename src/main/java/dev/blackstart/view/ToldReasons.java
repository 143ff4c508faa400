package dev.blackstart.view;

import dev.blackstart.run.Argument;
import dev.blackstart.run.NextLook;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Weighed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The long reasons that a log has told in full: later lines that quote one say its first line
/// only. Belongs to one reader of one run.
final class ToldReasons {
    private final Set<String> told = new LinkedHashSet<>();

    /// @return whether it had not been told before
    boolean tell(String reason) {
        return told.add(reason);
    }

    RunEvent.Established brief(RunEvent.Established event) {
        return new RunEvent.Established(event.hypothesis(), event.verdict(), all(event.reasons()));
    }

    RunEvent.StepSettled brief(RunEvent.StepSettled event) {
        return new RunEvent.StepSettled(event.step(), event.outcome(), all(event.reasons()));
    }

    RunEvent.Closed brief(RunEvent.Closed event) {
        return new RunEvent.Closed(
                event.verdict(), all(event.reasons()), event.at(), event.unknown());
    }

    Weighed brief(Weighed weighed) {
        return new Weighed(
                weighed.name(),
                weighed.verdict(),
                weighed.arguments().stream()
                        .map(it -> new Argument(it.side(), it.condition(), all(it.reasons())))
                        .toList(),
                weighed.next().stream()
                        .map(it -> new NextLook(it.step(), it.hosts(), brief(it.reason())))
                        .toList());
    }

    private List<String> all(List<String> reasons) {
        return reasons.stream().map(this::brief).toList();
    }

    private String brief(String words) {
        String brief = words;
        for (String reason : told) {
            brief = brief.replace(reason, reason.substring(0, reason.indexOf('\n')) + " …");
        }
        return brief;
    }
}
