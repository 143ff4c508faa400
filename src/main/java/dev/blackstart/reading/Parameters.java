package dev.blackstart.reading;

import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values a run has for its runbook's parameters, defaults included, in the order of the
/// declarations; then those of called runbooks, with the ids of their calls before their names.
///
/// @param values what may be shown and rendered
/// @param secrets what reaches a host only over standard input
public record Parameters(Map<String, Value> values, Map<String, Secret> secrets) {
    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }
}
