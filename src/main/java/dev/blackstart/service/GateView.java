package dev.blackstart.service;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.License;
import dev.blackstart.run.Person;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Risk;
import dev.blackstart.view.GatePages;
import dev.blackstart.view.Json;
import dev.blackstart.view.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A gate with everything an answer to it is bound to.
///
/// @param opened when it opened
/// @param open does it wait for an answer now?
/// @param agreed who has said yes so far
/// @param holder who answers the gates of the run
/// @param vouched the policy of the site decides whose yes and no count, and this process says who
///   gives them: then others than the holder can answer, too
/// @param picture what was known when it opened
public record GateView(
        RunId run,
        String runbook,
        Gate gate,
        Instant opened,
        boolean open,
        List<Person> agreed,
        Optional<Person> holder,
        boolean vouched,
        Picture picture) {
    public GateView {
        agreed = List.copyOf(agreed);
    }

    /// What a person is shown when they ask for more, as a terminal shows it.
    public GatePages pages(int columns) {
        return new GatePages(gate, Optional.of(picture), columns);
    }

    /// How an answer was given: all of it in full, nothing cut.
    public Json.Fields json() {
        return Json.object()
                .with("run", run.value())
                .with("runbook", runbook)
                .with("gate", gate.id().toString())
                .with("kind", gate.kind().name().toLowerCase(Locale.ROOT))
                .with("step", gate.step().value())
                .with("headline", gate.headline())
                .with("open", Json.of(open))
                .with("opened", opened.toString())
                .with("expires", gate.expires().toString())
                .with("digest", gate.digest())
                .with("risk", gate.risk().map(Risk::word))
                .with("targets", Json.texts(gate.targets()))
                .with("why", Json.texts(gate.why()))
                .with("cautions", Json.texts(gate.cautions()))
                .with("forecast", Json.texts(gate.forecast()))
                .with("preserve", Json.array(gate.preserving(), GateView::command))
                .with("commands", Json.array(gate.actions(), GateView::command))
                .with("undo", gate.undo())
                .with("undo_commands", Json.array(gate.undos(), GateView::command))
                .with("proof", gate.proof())
                .with("findings", Json.array(gate.licenses(), GateView::finding))
                .with("people", Json.of(gate.people()))
                .with("agreed", Json.texts(agreed))
                .with("answers_gates", holder.map(Person::name))
                .with("choices", Json.array(gate.choices(), this::choice))
                .with("details", Json.texts(pages(100).details()));
    }

    private static Json.Fields command(Prepared command) {
        Json.Fields environment = Json.object();
        for (var variable : command.env().entrySet()) {
            environment = environment.with(variable.getKey(), variable.getValue());
        }
        Json.Fields fields =
                Json.object()
                        .with("host", command.host().value())
                        .with("label", command.label())
                        .with("text", command.text())
                        .with("sudo", Json.of(command.sudo()))
                        .with("timeout", command.timeout().toString())
                        .with("stdin", command.stdin())
                        .with("environment", environment);
        return command.upload()
                .map(file ->
                        fields.with(
                                "upload",
                                Json.object()
                                        .with("to", file.to())
                                        .with("sha256", file.sha256())
                                        .with("before", file.before())
                                        .with("mode", file.mode())
                                        .with("content", file.content())
                                        .with("difference", Json.texts(file.difference()))))
                .orElse(fields);
    }

    private static Json.Fields finding(License license) {
        return Json.object()
                .with("finding", license.finding().value())
                .with("host", license.host().value())
                .with("value", license.value())
                .with("at", license.at().toString())
                .with("how", license.how());
    }

    private Json.Fields choice(Choice choice) {
        return Json.object()
                .with("key", choice.key())
                .with("label", choice.label())
                .with("type", choice.typed())
                .with("asks", choice.asks().name().toLowerCase(Locale.ROOT))
                .with("does_nothing", Json.of(choice.key().equals(gate.fallback())));
    }
}
