package dev.blackstart.engine;

import dev.blackstart.journal.Lock;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a run is opened with.
///
/// @param files everything the run depends on, by path such as `runbook/runbook.yaml`, to be frozen
/// @param parameters values as text for the record; secrets as `***`
/// @param version of this tool
/// @param locks what no other run may act on meanwhile
public record RunOpening(
        Plan plan,
        Map<String, Secret> secrets,
        Map<String, String> files,
        Map<String, String> parameters,
        Person by,
        Optional<String> drill,
        String version,
        Set<Lock> locks) {
    public RunOpening {
        secrets = Map.copyOf(secrets);
        files = new LinkedHashMap<>(files);
        parameters = Map.copyOf(parameters);
        locks = Set.copyOf(locks);
    }
}
