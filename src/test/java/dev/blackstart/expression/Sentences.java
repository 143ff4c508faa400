package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import dev.blackstart.runbook.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The little language of the case files: one fact a line, such as `gateway_answers laptop true
/// 12`.
final class Sentences {
    static final Declared DECLARED =
            new Declared(
                    Map.of(
                            new FindingName("gateway_answers"), ValueType.BOOL,
                            new FindingName("store_frozen"), ValueType.BOOL,
                            new FindingName("store_silent"), ValueType.BOOL,
                            new FindingName("restarts"), ValueType.INT,
                            new FindingName("load"), ValueType.DOUBLE,
                            new FindingName("version"), ValueType.STRING),
                    Map.of(
                            new FindingName("lights_on"), ValueType.BOOL,
                            new FindingName("colour"), ValueType.STRING),
                    Set.of(
                            new HypothesisName("gateway_is_cause"),
                            new HypothesisName("cluster_is_cause")),
                    Set.of(new StepId("store_snapshot"), new StepId("store_frozen")),
                    Map.of(
                            "daemon", ParameterType.SERVICE_NAME,
                            "retries", ParameterType.INT,
                            "token", ParameterType.SECRET));

    private Sentences() {}

    static SettableFacts facts(List<String> lines) {
        SettableFacts facts = new SettableFacts();
        lines.stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> state(facts, line.split(" ", 3)));
        return facts;
    }

    private static void state(SettableFacts facts, String[] words) {
        String rest = words[2];
        switch (words[0]) {
            case "hypothesis" -> facts.hypothesis(words[1], explained(rest));
            case "established" -> facts.established(words[1], explained(rest));
            case "step" -> facts.step(words[1], truth(rest.split(" ")[0]), rest.split(" ")[1]);
            case "answer" -> facts.answer(words[1], sample(rest));
            case "params" -> facts.parameter(words[1], value(rest));
            case "witnesses" -> facts.tooFew(words[1], rest);
            default -> facts.sample(words[0], words[1], sample(rest));
        }
    }

    private static Explained explained(String text) {
        String[] parts = text.split(" ", 2);
        return new Explained(truth(parts[0]), parts.length > 1 ? List.of(parts[1]) : List.of());
    }

    private static Truth truth(String word) {
        return Truth.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Sample sample(String text) {
        String[] parts = text.split(" ", 2);
        return switch (parts[0]) {
            case "unknown" -> new Sample.Unknown(parts[1], Optional.empty());
            case "unheard" -> new Sample.Unknown(parts[1], Optional.of(SettableFacts.NOW), true);
            case "inadmissible" -> new Sample.Inadmissible(parts[1]);
            default ->
                    new Sample.Known(
                            value(parts[0]),
                            SettableFacts.NOW.minusSeconds(Long.parseLong(parts[1])),
                            "check");
        };
    }

    static Value value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new Value.Bool(Boolean.parseBoolean(text));
        }
        if (text.matches("-?\\d+")) {
            return new Value.Whole(Long.parseLong(text));
        }
        return text.matches("-?\\d+\\.\\d+")
                ? new Value.Real(Double.parseDouble(text))
                : new Value.Words(text);
    }

    /// The host of a line `host NAME FINDING`, which says what `host` means.
    static Optional<HostName> host(String name) {
        return name.isBlank() ? Optional.empty() : Optional.of(new HostName(name));
    }
}
