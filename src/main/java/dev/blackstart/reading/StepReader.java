package dev.blackstart.reading;

import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.util.Optional;

/// Reads steps of every kind; the larger kinds have readers of their own.
final class StepReader {
    private static final Duration WAIT_EVERY = Duration.ofSeconds(5);

    private final Desk desk;
    private final Findings findings;
    private final CallReader calls;
    private final PartReader parts;

    StepReader(Desk desk, Findings findings, CallReader calls) {
        this.desk = desk;
        this.findings = findings;
        this.calls = calls;
        this.parts = new PartReader(desk);
    }

    /// Empty when something in it was refused.
    Optional<Step> read(StepNode step) {
        return switch (step.kind().name()) {
            case "check" -> new CheckReader(desk).read(step, findings.measures(step));
            case "derive" -> derive(step);
            case "ask" -> new AskReader(desk).read(step);
            case "action" -> new ActionReader(desk).action(step);
            case "snapshot" -> new ActionReader(desk).snapshot(step);
            case "wait" -> waiting(step);
            case "manual" -> manual(step);
            case "call" -> calls.read(step);
            default -> throw new IllegalStateException("no reader for " + step.kind().name());
        };
    }

    private Optional<Step> derive(StepNode step) {
        var heading = parts.heading(step);
        var targets = parts.targets(step.entries(), CheckReader.TIMEOUT);
        var value = findings.derivation(step);
        return heading.isEmpty() || targets.isEmpty() || value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.Derive(heading.get(), targets.get(), value.get()));
    }

    private Optional<Step> waiting(StepNode step) {
        Entries entries = step.entries();
        var heading = parts.heading(step);
        var check = PartReader.id(entries, "check");
        var until = desk.condition(entries, "until", false);
        var within = entries.duration("within");
        return heading.isEmpty() || check.isEmpty() || until.isEmpty() || within.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Step.Wait(
                                heading.get(),
                                check.get(),
                                until.get(),
                                entries.duration("every").orElse(WAIT_EVERY),
                                within.get()));
    }

    private Optional<Step> manual(StepNode step) {
        var heading = parts.heading(step);
        var instructions = step.entries().scalar("instructions").flatMap(desk::words);
        var verify = parts.verify(step.entries(), false);
        return heading.isEmpty() || instructions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.Manual(heading.get(), instructions.get(), verify));
    }
}
