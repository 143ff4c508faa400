package dev.blackstart.transport.simulated;

import dev.blackstart.transport.wrapper.Fence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The fences on one host, as the wrapper's scripts keep them: the highest epoch of an installation
/// stays, what keeps others out ends.
public final class Fences {
    private record Standing(long epoch, Instant ends, Fence last) {}

    private final Map<String, Standing> standing = new HashMap<>();

    /// @return why it may not act; empty when it may
    public Optional<String> take(Fence fence, Instant now) {
        Optional<String> superseded = raise(fence, now);
        if (superseded.isPresent()) {
            return superseded;
        }
        Optional<Standing> other =
                standing.values().stream()
                        .filter(it -> !it.last().installation().equals(fence.installation()))
                        .filter(it -> it.ends().isAfter(now))
                        .findFirst();
        if (other.isPresent() && !fence.seize()) {
            return other.map(it ->
                    "fenced %d %d %s"
                            .formatted(
                                    it.epoch(),
                                    it.ends().getEpochSecond() - now.getEpochSecond(),
                                    holder(it)));
        }
        other.map(Standing::last).ifPresent(it -> put(it, now));
        Instant ends = ends(fence, now);
        Instant ours = now.plus(fence.lease());
        put(fence, ends.isAfter(ours) ? ends : ours);
        return Optional.empty();
    }

    /// @return why nothing is left to raise; empty when it is the highest now
    public Optional<String> raise(Fence fence, Instant now) {
        Standing before = standing.get(fence.installation());
        if (before != null && before.epoch() > fence.epoch()) {
            return Optional.of("superseded %d %s".formatted(before.epoch(), holder(before)));
        }
        put(fence, ends(fence, now));
        return Optional.empty();
    }

    private Instant ends(Fence fence, Instant now) {
        Standing before = standing.get(fence.installation());
        return before == null ? now : before.ends();
    }

    /// Its epoch stays, what it kept out may come.
    public void release(Fence fence, Instant now) {
        if (raise(fence, now).isEmpty()) {
            put(fence, now);
        }
    }

    /// As a reboot does.
    public void lost() {
        standing.clear();
    }

    private void put(Fence fence, Instant ends) {
        standing.put(fence.installation(), new Standing(fence.epoch(), ends, fence));
    }

    private static String holder(Standing it) {
        return it.last().run() + " " + it.last().who();
    }
}
