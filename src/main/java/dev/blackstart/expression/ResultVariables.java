package dev.blackstart.expression;

import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.Value;
import dev.cel.runtime.CelVariableResolver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One command's result as CEL variables. `exit` and `json` may be lacking; why is remembered.
final class ResultVariables implements CelVariableResolver {
    private final CheckResult result;
    private final Map<String, String> lacking = new TreeMap<>();
    private Optional<JsonText.Parsed> json = Optional.empty();

    ResultVariables(CheckResult result) {
        this.result = result;
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "exit" -> exit();
            case "stdout" -> Optional.of(result.stdout());
            case "stderr" -> Optional.of(result.stderr());
            case "lines" -> Optional.of(lines(result.stdout()));
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
                : String.join("; ", lacking.values());
    }

    private Optional<Object> exit() {
        if (result.exit().isPresent()) {
            return Optional.of((long) result.exit().getAsInt());
        }
        lacking.put(
                "exit",
                result.timedOut()
                        ? "there is no exit status, our deadline ended the command"
                        : "there is no exit status, a signal ended the command");
        return Optional.empty();
    }

    private Optional<Object> json() {
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
