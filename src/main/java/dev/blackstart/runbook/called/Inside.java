package dev.blackstart.runbook.called;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.References;
import dev.blackstart.runbook.StepId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The names of one called runbook, and what they are outside.
///
/// @param asked the findings of its own checks and derives, in the order of its steps
record Inside(StepId call, Set<FindingName> asked) {
    String outside(String name) {
        return call + "." + name;
    }

    References outside(References own) {
        return new References(
                each(own.findings(), name -> name.within(call)),
                each(own.hypotheses(), name -> name.within(call)),
                each(own.established(), name -> name.within(call)),
                each(own.steps(), id -> id.within(call)),
                each(own.parameters(), this::outside),
                each(own.answers(), name -> name.within(call)));
    }

    private static <T> Set<T> each(Set<T> names, Function<T, T> outside) {
        return names.stream().map(outside).collect(Collectors.toSet());
    }

    /// Of all parameters those of the called runbook, by the names it knows them by.
    <V> Map<String, V> own(Map<String, V> parameters) {
        String prefix = outside("");
        Map<String, V> own = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return own;
    }
}
