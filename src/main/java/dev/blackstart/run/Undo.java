package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Renders the command that takes a step back on a host.
final class Undo {
    /// The environment variable that carries the captured original value.
    static final String ORIGINAL = "ORIGINAL";

    private final Moment moment;
    private final Step.Acting step;

    Undo(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// Empty when no `undo` is written down.
    Optional<CommandWords> words() {
        return step.execution()
                .undo()
                .map(undo -> new CommandWords(moment.plan(), undo, step.targets().timeout()));
    }

    private Preparation.Result rendered(HostName host) {
        return step.execution()
                .undo()
                .map(undo ->
                        new Preparation(moment.plan())
                                .prepare(undo, host, step.targets().timeout(), Optional.empty()))
                .orElse(new Preparation.Result.Nothing());
    }

    Preparation.Result prepare(HostName host) {
        Preparation.Result result = rendered(host);
        return result instanceof Preparation.Result.Ready ready
                ? new Preparation.Result.Ready(withOriginal(ready.prepared(), host))
                : result;
    }

    private Prepared withOriginal(Prepared undo, HostName host) {
        Map<String, String> env = new LinkedHashMap<>(undo.env());
        new Captures(moment, step).original(host).ifPresent(value -> env.put(ORIGINAL, value));
        return new Prepared(
                undo.host(),
                undo.label(),
                undo.text(),
                env,
                undo.sudo(),
                undo.stdin(),
                undo.timeout(),
                undo.outputLimit());
    }

    /// The digest of what the host would do by itself, without the captured value, which is looked
    /// at only after the approval.
    String armed(HostName host) {
        return rendered(host) instanceof Preparation.Result.Ready ready
                ? Digests.of(ready.prepared())
                : "";
    }

    /// How the host undoes the action by itself; empty when it does not.
    Optional<Revert> revert(HostName host) {
        return step.execution()
                .autoRevert()
                .flatMap(after ->
                        prepare(host) instanceof Preparation.Result.Ready ready
                                ? Optional.of(new Revert(after, ready.prepared()))
                                : Optional.empty());
    }
}
