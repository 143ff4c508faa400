package dev.blackstart.reading;

import dev.blackstart.inventory.Selector;
import dev.blackstart.runbook.Heading;
import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Targets;
import dev.blackstart.runbook.Verify;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Reads what several kinds of step share: heading, targets and verification.
final class PartReader {
    static final Duration VERIFY_EVERY = Duration.ofSeconds(2);

    private final Desk desk;

    PartReader(Desk desk) {
        this.desk = desk;
    }

    Optional<Heading> heading(StepNode step) {
        Entries entries = step.entries();
        var when = desk.condition(entries, "when", false);
        var byHand = entries.scalar("by_hand").flatMap(desk::words);
        return step.id()
                .map(id ->
                        new Heading(
                                id,
                                step.position(),
                                entries.text("title").orElseGet(() -> title(id)),
                                entries.text("why"),
                                when,
                                entries.text("not_run_here"),
                                byHand));
    }

    Optional<Targets> targets(Entries entries, Duration timeout) {
        var where = desk.condition(entries, "where", true);
        return entries.text("on")
                .flatMap(Selector::parse)
                .map(on ->
                        new Targets(
                                on,
                                where,
                                entries.count("limit"),
                                entries.duration("timeout").orElse(timeout),
                                entries.texts("needs")));
    }

    /// @param hostAllowed may the condition use `host.…`; it may where the step has targets
    Optional<Verify> verify(Entries step, boolean hostAllowed) {
        return step.inside("verify")
                .flatMap(verify -> {
                    var that = desk.condition(verify, "that", hostAllowed);
                    var within = verify.duration("within");
                    var check = id(verify, "check");
                    return that.isEmpty() || within.isEmpty() || check.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Verify(
                                            check.get(),
                                            that.get(),
                                            within.get(),
                                            verify.duration("every").orElse(VERIFY_EVERY)));
                });
    }

    static Optional<StepId> id(Entries entries, String key) {
        return entries.text(key).filter(Names::allowed).map(StepId::new);
    }

    private static String title(StepId id) {
        String words = id.value().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
