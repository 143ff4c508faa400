package dev.blackstart.view.report;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One gate from its opening to its end: what was asked, who answered what, how long it waited.
///
/// @param until when it was answered or lost its force, or the run's last event
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

    static List<GateStory> of(List<Recorded> events) {
        Map<GateId, GateStory> stories = new LinkedHashMap<>();
        Instant last = events.isEmpty() ? Instant.EPOCH : events.getLast().at();
        for (Recorded recorded : events) {
            Instant at = recorded.at();
            if (recorded.event() instanceof RunEvent.GateOpened it) {
                GateStory story = new GateStory(it.gate(), at, last, List.of(), Optional.empty());
                stories.put(it.gate().id(), story);
            }
            if (recorded.event() instanceof RunEvent.GateAnswered it) {
                stories.computeIfPresent(it.gate(), (id, story) -> story.answered(it, at));
            }
            if (recorded.event() instanceof RunEvent.GateVoided it) {
                stories.computeIfPresent(it.gate(), (id, story) -> story.voided(it, at));
            }
        }
        return List.copyOf(stories.values());
    }

    private GateStory answered(RunEvent.GateAnswered event, Instant at) {
        List<RunEvent.GateAnswered> more = new ArrayList<>(answers);
        more.add(event);
        return new GateStory(gate, from, at, more, voided);
    }

    /// An approval that is voided after its answer had ended its wait before.
    private GateStory voided(RunEvent.GateVoided event, Instant at) {
        return new GateStory(
                gate, from, answers.isEmpty() ? at : until, answers, Optional.of(event.reason()));
    }

    Duration waited() {
        return Duration.between(from, until);
    }

    /// Who ended the wait, as people name them.
    String who() {
        return answers.isEmpty() ? "nobody" : answers.getLast().by().name();
    }

    String came() {
        if (answers.isEmpty()) {
            return voided.map(reason -> "closed: " + reason).orElse("not answered");
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
                .with("ended", until.toString())
                .with("waited", Length.json(waited()))
                .with("who", who())
                .with("came", came())
                .with(
                        "notes",
                        Json.array(
                                answers.stream().filter(it -> !it.note().isEmpty()).toList(),
                                it -> new Json.Text(it.by() + ": " + it.note())));
    }
}
