package dev.blackstart.view.report;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.EventLine;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One gate from its opening to its end: what was asked, who answered what and when, how long it
/// waited for each.
///
/// @param until when it was answered or lost its force, or until when it has waited
/// @param voided why it lost its force
record GateStory(
        Gate gate, Instant from, Instant until, List<GateAnswer> answers, Optional<String> voided) {
    GateStory {
        answers = List.copyOf(answers);
    }

    static GateStory opened(Gate gate, Instant at) {
        return new GateStory(gate, at, at, List.of(), Optional.empty());
    }

    GateStory answered(RunEvent.GateAnswered event, Instant at) {
        List<GateAnswer> more = new ArrayList<>(answers);
        more.add(new GateAnswer(event, answeredLast(), at));
        return new GateStory(gate, from, at, more, voided);
    }

    private Instant answeredLast() {
        return answers.isEmpty() ? from : answers.getLast().at();
    }

    /// An approval that is voided after its answer had ended its wait before.
    GateStory voided(String reason, Instant at) {
        return new GateStory(gate, from, decided() ? until : at, answers, Optional.of(reason));
    }

    /// One that is still open waits until then.
    GateStory until(Instant end) {
        return open() ? new GateStory(gate, from, end, answers, voided) : this;
    }

    boolean open() {
        return !decided() && voided.isEmpty();
    }

    /// A look around decides nothing, nor do fewer people who say yes than must.
    private boolean decided() {
        if (answers.isEmpty() || gate.inspects(answers.getLast().event().choice())) {
            return false;
        }
        return !gate.yes(answers.getLast().event().choice()) || agreed() >= gate.people();
    }

    private long agreed() {
        return answers.stream()
                .filter(it -> gate.yes(it.event().choice()))
                .map(GateAnswer::who)
                .distinct()
                .count();
    }

    Duration waited() {
        return Duration.between(from, until);
    }

    /// How long it waited for each person, and, under other words, for an answer that is missing.
    Map<String, Duration> waits() {
        Map<String, Duration> waits = new LinkedHashMap<>();
        answers.forEach(it -> waits.merge(it.who(), it.waited(), Duration::plus));
        if (!decided()) {
            waits.put(
                    open() ? "an answer that is still open" : "an answer that did not come",
                    Duration.between(answeredLast(), until));
        }
        return waits;
    }

    /// Whose answers ended the wait, as people name them; empty when nobody's did.
    Optional<String> who() {
        Set<String> names =
                answers.stream()
                        .map(GateAnswer::who)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return names.isEmpty() || !decided()
                ? Optional.empty()
                : Optional.of(String.join(", ", names));
    }

    /// How long it waited and for whom, in words.
    String length() {
        String shown = (open() ? "has waited " : "waited ") + Elapsed.exact(waited());
        Map<String, Duration> waits = waits();
        if (answers.isEmpty()) {
            return shown;
        }
        return waits.size() == 1
                ? shown + " for " + waits.keySet().iterator().next()
                : shown
                        + ": "
                        + waits.entrySet().stream()
                                .map(it -> Elapsed.exact(it.getValue()) + " for " + it.getKey())
                                .collect(Collectors.joining(", "));
    }

    String came() {
        if (answers.isEmpty()) {
            return voided.map(reason -> "not answered (" + reason + ")").orElse("not answered yet");
        }
        String chosen =
                answers.size() == 1
                        ? chose(answers.getFirst())
                        : answers.stream()
                                .map(it -> chose(it) + " at " + it.time())
                                .collect(Collectors.joining(", "));
        return decided()
                ? chosen + voided.map(reason -> "; void later: " + reason).orElse("")
                : chosen
                        + voided.map(reason -> "; not decided (" + reason + ")")
                                .orElse("; not decided yet");
    }

    private String chose(GateAnswer answer) {
        String key = answer.event().choice();
        return answer.who()
                + answer.event().attested().map(it -> " (" + EventLine.how(it) + ")").orElse("")
                + " chose "
                + key
                + gate.choice(key).map(Choice::label).map(it -> " (" + it + ")").orElse("");
    }

    Json json() {
        return Json.object()
                .with("gate", gate.id().toString())
                .with("kind", gate.kind().name().toLowerCase(Locale.ROOT))
                .with("step", gate.step().value())
                .with("asked", gate.headline())
                .with("hosts", Json.texts(gate.targets().stream().sorted().toList()))
                .with("opened", from.toString())
                .with("ended", open() ? Optional.empty() : Optional.of(until.toString()))
                .with("waited", Length.json(waited()))
                .with("waited_says", length())
                .with("who", who())
                .with("came", came())
                .with("answers", Json.array(answers, GateAnswer::json))
                .with(
                        "notes",
                        Json.array(
                                answers.stream()
                                        .map(GateAnswer::event)
                                        .filter(it -> !it.note().isEmpty())
                                        .toList(),
                                it -> new Json.Text(it.by() + ": " + it.note())));
    }
}
