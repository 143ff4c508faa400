package dev.blackstart.view.report;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One gate from its opening to its end: what was asked, who answered what, how long it waited.
///
/// @param until when it was answered or lost its force, or until when it has waited
/// @param voided why it lost its force
record GateStory(
        Gate gate,
        Instant from,
        Instant until,
        List<RunEvent.GateAnswered> answers,
        Optional<String> voided) {
    GateStory {
        answers = List.copyOf(answers);
    }

    static GateStory opened(Gate gate, Instant at) {
        return new GateStory(gate, at, at, List.of(), Optional.empty());
    }

    GateStory answered(RunEvent.GateAnswered event, Instant at) {
        List<RunEvent.GateAnswered> more = new ArrayList<>(answers);
        more.add(event);
        return new GateStory(gate, from, at, more, voided);
    }

    /// An approval that is voided after its answer had ended its wait before.
    GateStory voided(String reason, Instant at) {
        return new GateStory(
                gate, from, answers.isEmpty() ? at : until, answers, Optional.of(reason));
    }

    /// One that is still open waits until then.
    GateStory until(Instant end) {
        return open() ? new GateStory(gate, from, end, answers, voided) : this;
    }

    boolean open() {
        return answers.isEmpty() && voided.isEmpty();
    }

    Duration waited() {
        return Duration.between(from, until);
    }

    /// Who ended the wait, as people name them; empty when nobody did.
    Optional<String> who() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast().by().name());
    }

    /// How long it waited and for whom, in words.
    String length() {
        String shown = Elapsed.exact(waited());
        return who().map(name -> "waited " + shown + " for " + name)
                .orElse((open() ? "has waited " : "waited ") + shown);
    }

    String came() {
        if (answers.isEmpty()) {
            return voided.map(reason -> "not answered (" + reason + ")").orElse("not answered yet");
        }
        return answers.getLast().by()
                + " chose "
                + label()
                + voided.map(reason -> "; void later: " + reason).orElse("");
    }

    private String label() {
        String key = answers.getLast().choice();
        return key + gate.choice(key).map(Choice::label).map(it -> " (" + it + ")").orElse("");
    }

    Json json() {
        return Json.object()
                .with("gate", gate.id().toString())
                .with("kind", gate.kind().name().toLowerCase(Locale.ROOT))
                .with("step", gate.step().value())
                .with("asked", gate.headline())
                .with("hosts", Json.texts(gate.targets()))
                .with("opened", from.toString())
                .with("ended", open() ? Optional.empty() : Optional.of(until.toString()))
                .with("waited", Length.json(waited()))
                .with("waited_says", length())
                .with("who", who())
                .with("came", came())
                .with(
                        "notes",
                        Json.array(
                                answers.stream().filter(it -> !it.note().isEmpty()).toList(),
                                it -> new Json.Text(it.by() + ": " + it.note())));
    }
}
