package dev.blackstart.expression;

import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.Value;
import dev.cel.runtime.CelVariableResolver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One command's result as CEL variables. `exit` and `json` may be lacking; why is remembered.
final class ResultVariables implements CelVariableResolver {
    private final CheckResult result;
    private final Optional<String> notStarted;
    private final Map<String, String> lacking = new TreeMap<>();
    private Optional<JsonText.Parsed> json = Optional.empty();

    /// @param notStarted why the command, or something in it, never ran
    ResultVariables(CheckResult result, Optional<String> notStarted) {
        this.result = result;
        this.notStarted = notStarted;
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "exit" -> exit();
            case "stdout" -> whole("stdout", name).map(it -> result.stdout());
            case "stderr" -> whole("stderr", name).map(it -> result.stderr());
            case "lines" -> whole("stdout", name).map(it -> lines(result.stdout()));
            case "json" -> json();
            case "duration" -> Optional.of(result.duration());
            case "timed_out" -> Optional.of(result.timedOut());
            case "host.name" -> Optional.of(result.host().name().value());
            case "host.address" -> Optional.of(result.host().address().value());
            default -> parameter(name);
        };
    }

    /// Why something that was asked for is not there.
    String lacking() {
        return lacking.isEmpty()
                ? "the result says nothing about it"
                : lacking.values().stream().distinct().collect(Collectors.joining("; "));
    }

    /// What a command said is known when it ended by itself and all of it was kept.
    private Optional<String> whole(String stream, String name) {
        Optional<String> why =
                notStarted
                        .or(() -> unended("all it would have printed is not known"))
                        .or(() -> cut(stream));
        why.ifPresent(reason -> lacking.put(name, reason));
        return why.isPresent() ? Optional.empty() : Optional.of(stream);
    }

    private Optional<String> unended(String what) {
        return result.exit().isPresent()
                ? Optional.empty()
                : Optional.of(
                        what
                                + (result.timedOut()
                                        ? ", our deadline ended the command"
                                        : ", a signal ended the command"));
    }

    private Optional<String> cut(String stream) {
        return result.cut().contains(stream)
                ? Optional.of(stream + " is longer than what is kept of it, its middle is missing")
                : Optional.empty();
    }

    private Optional<Object> exit() {
        if (notStarted.isPresent()) {
            lacking.put("exit", notStarted.get());
            return Optional.empty();
        }
        if (result.exit().isPresent()) {
            return Optional.of((long) result.exit().getAsInt());
        }
        unended("there is no exit status").ifPresent(reason -> lacking.put("exit", reason));
        return Optional.empty();
    }

    private Optional<Object> json() {
        if (whole("stdout", "json").isEmpty()) {
            return Optional.empty();
        }
        if (json.isEmpty()) {
            json = Optional.of(JsonText.parse(result.stdout()));
        }
        return switch (json.get()) {
            case JsonText.Parsed.Tree tree -> Optional.of(tree.value());
            case JsonText.Parsed.NotJson not -> {
                lacking.put("json", not.reason());
                yield Optional.empty();
            }
        };
    }

    private Optional<Object> parameter(String name) {
        if (!name.startsWith("params.")) {
            return Optional.empty();
        }
        Value value = result.parameters().get(name.substring("params.".length()));
        if (value == null) {
            lacking.put(name, name + " has no value");
            return Optional.empty();
        }
        return Optional.of(Types.toCel(value));
    }

    private static List<String> lines(String stdout) {
        if (stdout.isEmpty()) {
            return List.of();
        }
        List<String> all = Arrays.asList(stdout.split("\r?\n", -1));
        return all.getLast().isEmpty() ? all.subList(0, all.size() - 1) : all;
    }
}
