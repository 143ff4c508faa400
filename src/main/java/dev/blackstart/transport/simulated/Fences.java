package dev.blackstart.transport.simulated;

import dev.blackstart.run.RunId;
import dev.blackstart.transport.wrapper.Fence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The fences on one host, as the wrapper's scripts keep them: the highest epoch of an installation
/// stays, what keeps others out ends.
public final class Fences {
    private record Standing(long epoch, Instant ends, Fence last) {}

    private final Map<String, Standing> standing = new HashMap<>();

    /// Where no action of others is ever at work.
    ///
    /// @return why it may not act; empty when it may
    public Optional<String> take(Fence fence, Instant now) {
        return take(fence, now, run -> false);
    }

    /// @param atWork is an action of that run at work here? Then nobody puts its fence aside
    /// @return why it may not act; empty when it may
    public Optional<String> take(Fence fence, Instant now, Predicate<RunId> atWork) {
        Optional<String> superseded = raise(fence, now);
        if (superseded.isPresent()) {
            return superseded;
        }
        Optional<Standing> other =
                standing.values().stream()
                        .filter(it -> !it.last().installation().equals(fence.installation()))
                        .filter(it -> it.ends().isAfter(now))
                        .findFirst();
        boolean working = other.filter(it -> atWork.test(it.last().run())).isPresent();
        if (other.isPresent() && (working || !fence.seize())) {
            return other.map(it ->
                    "%s %d %d %s"
                            .formatted(
                                    fence.seize() ? "working" : "fenced",
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
