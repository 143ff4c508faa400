package dev.blackstart.chat;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Refusal;
import dev.blackstart.view.Escaped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody asks of Blackstart in one line.
public sealed interface Wish {
    /// What can be said.
    String USAGE =
            "list | diagnose RUNBOOK [name=value …] | run RUNBOOK [name=value …] | rehearse RUNBOOK [name=value …] | drill NAME | status [RUN] | report [RUN]";

    record Help() implements Wish {}

    record Listing() implements Wish {}

    /// @param name of the runbook; in mode DRILL of the drill
    record Start(String name, Mode mode, Map<String, String> parameters) implements Wish {
        public Start {
            parameters = Map.copyOf(parameters);
        }
    }

    /// @param run the newest one when it is empty
    record Status(Optional<RunId> run) implements Wish {}

    /// @param run the newest one when it is empty
    record Report(Optional<RunId> run) implements Wish {}

    Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    Pattern PARAMETER = Pattern.compile("([a-z][a-z0-9_]{0,63})=(.*)");

    /// @throws Refusal `MALFORMED` for what is not understood
    static Wish of(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        String verb = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        return switch (verb) {
            case "", "help" -> alone(verb, rest, new Help());
            case "list" -> alone(verb, rest, new Listing());
            case "run" -> start(verb, Mode.LIVE, rest);
            case "diagnose" -> start(verb, Mode.DIAGNOSIS, rest);
            case "rehearse" -> start(verb, Mode.REHEARSAL, rest);
            case "drill" -> start(verb, Mode.DRILL, rest);
            case "status" -> new Status(run(verb, rest));
            case "report" -> new Report(run(verb, rest));
            default ->
                    throw malformed(
                            "`%s` is not known here; say one of: %s."
                                    .formatted(Escaped.line(verb, 40), USAGE));
        };
    }

    private static Wish alone(String verb, List<String> rest, Wish wish) {
        if (!rest.isEmpty()) {
            throw malformed("`%s` stands alone.".formatted(verb));
        }
        return wish;
    }

    private static Wish start(String verb, Mode mode, List<String> rest) {
        if (rest.isEmpty() || !NAME.matcher(rest.getFirst()).matches()) {
            throw malformed("`%s` needs a name; `list` shows the runbooks.".formatted(verb));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String word : rest.subList(1, rest.size())) {
            var parts = PARAMETER.matcher(word);
            if (!parts.matches()) {
                throw malformed(
                        "`%s` is not understood; behind the name stand parameters as name=value and nothing else."
                                .formatted(Escaped.line(word, 40)));
            }
            if (parameters.put(parts.group(1), parts.group(2)) != null) {
                throw malformed("`%s` is said twice.".formatted(parts.group(1)));
            }
        }
        return new Start(rest.getFirst(), mode, parameters);
    }

    private static Optional<RunId> run(String verb, List<String> rest) {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        if (rest.size() > 1 || !RunId.allowed(rest.getFirst())) {
            throw malformed(
                    "`%s` takes the id of one run, which has 26 characters, or nothing for the newest."
                            .formatted(verb));
        }
        return Optional.of(new RunId(rest.getFirst()));
    }

    private static Refusal malformed(String sentence) {
        return new Refusal(Refusal.Kind.MALFORMED, sentence);
    }
}
