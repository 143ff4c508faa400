package dev.blackstart.transport.simulated;

import dev.blackstart.inventory.Host;
import dev.blackstart.runbook.Simulation;
import dev.blackstart.runbook.Value;
import dev.blackstart.transport.wrapper.Unwrapped.Carried;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One host: its state, its claims, and since when it is up. Used by one thread.
final class SimulatedHost {
    /// The state that counts the host's boots: who sets it, reboots the host.
    private static final String BOOT = "boot";

    private static final long UP_BEFORE = Duration.ofDays(40).toSeconds();
    private static final String HASHES = "sha256sum -- \"$ARTIFACT\"";

    private final Host host;
    private final Replies replies;
    private final Map<String, Value> state;
    private final Claims claims = new Claims();
    private final Fences fences = new Fences();
    private final Set<String> artifacts = new HashSet<>();
    private Instant up;
    private int reboots;

    SimulatedHost(Host host, Map<String, Value> state, Replies replies, Instant now) {
        this.host = host;
        this.replies = replies;
        this.state = new HashMap<>(state);
        this.up = now.minusSeconds(UP_BEFORE);
    }

    Claims claims() {
        return claims;
    }

    Fences fences() {
        return fences;
    }

    String bootId() {
        Value boots = state.get(BOOT);
        return "simulated-%s-boot-%s.%d"
                .formatted(host.name(), boots == null ? "1" : boots.shown(), reboots);
    }

    long upSeconds(Instant now) {
        return Duration.between(up, now).toSeconds();
    }

    /// What is still running is lost.
    void reboot(Instant now) {
        reboots++;
        restarted(now);
    }

    private void restarted(Instant now) {
        up = now;
        claims.lost();
        fences.lost();
    }

    /// Empty when the drill file says nothing about this command.
    Optional<Answer> answer(Carried carried, Instant now) {
        return replies.to(carried.said(), host, state).or(() -> known(carried, now));
    }

    /// Questions of our own that no drill file has to answer.
    private Optional<Answer> known(Carried carried, Instant now) {
        String artifact = carried.env().getOrDefault("ARTIFACT", "");
        if (carried.label().equals("needs")) {
            return Optional.of(Answer.printing(""));
        }
        if (carried.label().equals("look")) {
            boolean file = carried.env().containsKey("UPLOAD_TO");
            return Optional.of(Answer.printing(file ? "absent\n" : upSeconds(now) + ".00\n"));
        }
        return carried.text().startsWith(HASHES) && artifacts.contains(artifact)
                ? Optional.of(Answer.printing(Artifact.at(artifact).sha256() + "\n"))
                : Optional.empty();
    }

    /// A command that wrote an artifact has ended well.
    void wrote(Carried carried) {
        String artifact = carried.env().get("ARTIFACT");
        if (artifact != null) {
            artifacts.add(artifact);
        }
    }

    Optional<Artifact> artifact(String path) {
        return artifacts.contains(path) ? Optional.of(Artifact.at(path)) : Optional.empty();
    }

    private boolean boots(Simulation.Change change) {
        return change.key().equals(BOOT) && !change.value().equals(state.get(BOOT));
    }

    void change(Simulation.Change change, Instant now) {
        boolean boots = boots(change);
        state.put(change.key(), change.value());
        if (boots) {
            restarted(now);
        }
    }
}
