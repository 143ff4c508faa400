package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.ScriptFile;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Between a yes and the last host: takes the evidence again, compares what would run with what was
/// approved, saves what the action destroys, and sends.
final class Sending {
    private final Moment moment;
    private final Step.Acting step;
    private final GateBook.Answer approval;

    Sending(Moment moment, Step.Acting step, GateBook.Answer approval) {
        this.moment = moment;
        this.step = step;
        this.approval = approval;
    }

    /// Approved hosts to which the action itself has not been sent under this approval and whose
    /// evidence could be saved or is being saved.
    List<HostName> unsent() {
        return approval.gate().targets().stream()
                .filter(host -> sent(host, Purpose.ACT).isEmpty())
                .filter(host -> sent(host, Purpose.PRESERVE).filter(this::failed).isEmpty())
                .toList();
    }

    private boolean failed(ActionProgress preserved) {
        return !preserved.inFlight() && !preserved.succeeded();
    }

    private Optional<ActionProgress> sent(HostName host, Purpose purpose) {
        return moment.state()
                .actions()
                .newest(step.id(), host, purpose)
                .filter(progress -> progress.intent().gate().equals(approval.gate().id()));
    }

    List<Directive> next() {
        if (nothingSentYet()) {
            Licensing licensing = new Licensing(moment, step);
            Looking looking =
                    Looking.once(moment, licensing.checks(), approval.recorded().sequence());
            if (!looking.done()) {
                return looking.directives();
            }
            Optional<String> changed = changed(licensing);
            if (changed.isPresent()) {
                return Settle.record(new RunEvent.GateVoided(approval.gate().id(), changed.get()));
            }
        }
        return send();
    }

    private boolean nothingSentYet() {
        return moment.state().actions().all().stream()
                .noneMatch(progress -> progress.intent().gate().equals(approval.gate().id()));
    }

    private Optional<String> changed(Licensing licensing) {
        List<HostName> candidates =
                moment.state().actions().all().stream()
                                .anyMatch(p -> p.intent().action().step().equals(step.id()))
                        ? approval.gate().targets()
                        : moment.targets(step.targets());
        return switch (licensing.weigh(candidates)) {
            case Licensing.Result.Allowed allowed ->
                    allowed.gate().digest().equals(approval.gate().digest())
                            ? Optional.empty()
                            : Optional.of(
                                    "what was approved is no longer what would run: "
                                            + Difference.between(approval.gate(), allowed.gate()));
            case Licensing.Result.NotNeeded no ->
                    Optional.of("no longer needed: " + String.join("; ", no.reasons()));
            case Licensing.Result.Refused refused ->
                    Optional.of("no longer allowed: " + String.join("; ", refused.reasons()));
            case Licensing.Result.Blocked blocked ->
                    Optional.of("no longer known: " + String.join("; ", blocked.reasons()));
        };
    }

    private List<Directive> send() {
        List<Directive> directives = new ArrayList<>();
        for (HostName host : unsent()) {
            Optional<ActionProgress> preserved = sent(host, Purpose.PRESERVE);
            if (!step.execution().preserve().isEmpty() && preserved.isEmpty()) {
                directives.add(preserve(host));
            } else if (preserved.isEmpty() || preserved.get().succeeded()) {
                ActionKey action =
                        preserved
                                .map(progress -> progress.intent().action())
                                .orElseGet(() -> Attempts.next(moment.state(), step.id(), host));
                directives.add(act(action));
            }
        }
        return directives;
    }

    private Directive act(ActionKey action) {
        Prepared prepared =
                approval.gate().commands().stream()
                        .filter(command -> command.host().equals(action.host()))
                        .findFirst()
                        .orElseThrow();
        return directive(action, Purpose.ACT, prepared);
    }

    private Directive preserve(HostName host) {
        ActionKey action = Attempts.next(moment.state(), step.id(), host);
        Prepared prepared =
                new Preparation(moment.plan())
                        .preserving(
                                together(step.execution().preserve()),
                                step.execution().command(),
                                host,
                                step.targets().timeout());
        return directive(action, Purpose.PRESERVE, prepared);
    }

    /// Several scripts run one after the other, each in its own subshell; the first failure ends
    /// it.
    private static ScriptFile together(List<ScriptFile> scripts) {
        if (scripts.size() == 1) {
            return scripts.getFirst();
        }
        String content =
                scripts.stream()
                        .map(script -> "(\n" + script.content() + "\n) || exit\n")
                        .collect(Collectors.joining());
        String path = scripts.stream().map(ScriptFile::path).collect(Collectors.joining(", "));
        return new ScriptFile(path, content);
    }

    private Directive directive(ActionKey action, Purpose purpose, Prepared prepared) {
        return new Directive.Act(
                action, purpose, prepared, approval.gate().id(), Digests.of(prepared));
    }
}
