package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.Optional;

/// The next sending of a step to a host: its command rendered, and as a person last amended it.
final class NextAttempt {
    private final Moment moment;
    private final Step.Acting step;

    NextAttempt(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    ActionKey key(HostName host) {
        return Attempts.next(moment.state(), step.id(), host);
    }

    Preparation.Result prepare(HostName host) {
        Preparation.Result rendered =
                new Preparation(moment.plan())
                        .prepare(
                                step.execution().command(),
                                host,
                                step.targets().timeout(),
                                artifact(key(host)));
        return rendered instanceof Preparation.Result.Ready ready
                ? new Uploads(moment, step).with(amended(ready.prepared()))
                : rendered;
    }

    private Prepared amended(Prepared rendered) {
        return amendment(rendered.host())
                .map(event -> rendered.with(moved(event)))
                .orElse(rendered);
    }

    Optional<RunEvent.Amended> amendment(HostName host) {
        return moment.state()
                .amendments()
                .newest(step.id(), host)
                .map(recorded -> (RunEvent.Amended) recorded.event());
    }

    /// A snapshot's text may name the path of its artifact, and that changes with every attempt.
    private String moved(RunEvent.Amended event) {
        Optional<String> then = artifact(event.action());
        Optional<String> now = artifact(key(event.action().host()));
        return then.isPresent() && now.isPresent()
                ? event.after().replace(then.get(), now.get())
                : event.after();
    }

    private Optional<String> artifact(ActionKey action) {
        return step instanceof Step.Snapshot
                ? Optional.of(
                        new Preparation(moment.plan())
                                .artifactPath(moment.state().opened().orElseThrow().run(), action))
                : Optional.empty();
    }
}
