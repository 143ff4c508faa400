package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of files: artifacts that steps made, and those that uploads would replace.
public final class FileBook {
    private final Map<ActionKey, Recorded> checked = new HashMap<>();
    private final Map<ActionKey, Recorded> fetched = new HashMap<>();
    private final Map<StepId, Map<HostName, Recorded>> seen = new HashMap<>();

    FileBook() {}

    void checked(Recorded recorded, RunEvent.ArtifactChecked event) {
        checked.put(event.action(), recorded);
    }

    void fetched(Recorded recorded, RunEvent.Fetched event) {
        fetched.put(event.action(), recorded);
    }

    void seen(Recorded recorded, RunEvent.FileSeen event) {
        seen.computeIfAbsent(event.step(), step -> new HashMap<>()).put(event.host(), recorded);
    }

    /// The check of an artifact; the event is an `ArtifactChecked`.
    public Optional<Recorded> checked(ActionKey action) {
        return Optional.ofNullable(checked.get(action));
    }

    /// The copy of an artifact; the event is a `Fetched`.
    public Optional<Recorded> fetched(ActionKey action) {
        return Optional.ofNullable(fetched.get(action));
    }

    /// The newest look at the file a step would replace on a host; the event is a `FileSeen`.
    public Optional<Recorded> seen(StepId step, HostName host) {
        return Optional.ofNullable(seen.getOrDefault(step, Map.of()).get(host));
    }
}
