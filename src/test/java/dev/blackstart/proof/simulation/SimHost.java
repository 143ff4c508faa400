package dev.blackstart.proof.simulation;

import dev.blackstart.transport.simulated.Fences;
import dev.blackstart.transport.wrapper.HostWords;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One host as it truly is: what was done to it, by which sending, and how that ended. Commands are
/// `ask KEY` (prints 1 or 0) and `set KEY VALUE`; a `set` is an effect.
final class SimHost {
    /// What is true of one sending that reached this host.
    static final class Carried {
        final String boot;
        final Instant started;
        final long began;
        Optional<Integer> exit = Optional.empty();
        boolean lost;

        Carried(String boot, Instant started, long began) {
            this.boot = boot;
            this.started = started;
            this.began = began;
        }
    }

    private final String name;
    private final World world;
    private final Map<String, String> states = new HashMap<>();
    private final Set<String> voids = new HashSet<>();

    /// By claim, as the disk of the host has it.
    private final Map<String, Carried> claims = new HashMap<>();

    /// By nonce, as it truly was; no reboot takes it away.
    private final Map<String, Carried> truth = new HashMap<>();

    private final Fences fences = new Fences();
    private int boots = 1;
    private long upSince = -40L * 86_400_000;

    SimHost(String name, World world) {
        this.name = name;
        this.world = world;
    }

    String boot() {
        return name + "-boot-" + boots;
    }

    long upSeconds() {
        return (world.agenda().now() - upSince) / 1000;
    }

    Optional<Carried> carried(String nonce) {
        return Optional.ofNullable(truth.get(nonce));
    }

    void set(String key, String value) {
        states.put(key, value);
    }

    /// What runs is lost; claims lie in memory.
    void reboot() {
        boots++;
        upSince = world.agenda().now();
        claims.clear();
        voids.clear();
        fences.lost();
        truth.values().forEach(it -> it.lost = it.lost || it.exit.isEmpty());
        world.log(name, "reboots");
    }

    /// What a check prints.
    String look(Unwrapped.Carried carried) {
        if (carried.label().equals("look")) {
            return upSeconds() + ".00\n";
        }
        String[] words = carried.text().strip().split(" ");
        return words[0].equals("ask") ? states.getOrDefault(words[1], "0") + "\n" : "";
    }

    /// Starts an action, at most once per claim.
    ///
    /// @return what the wrapper says at once when it starts nothing
    Optional<String> act(Unwrapped.Act act) {
        if (voids.contains(act.claim()) || claims.containsKey(act.claim())) {
            return Optional.of(HostWords.claimed(act.nonce()));
        }
        if (act.boot().filter(boot -> !boot.equals(boot())).isPresent()) {
            return Optional.of(HostWords.refused(act.nonce(), HostWords.REBOOTED));
        }
        Optional<String> fenced = act.fence().flatMap(it -> fences.take(it, world.wall()));
        if (fenced.isPresent()) {
            return Optional.of(HostWords.refused(act.nonce(), fenced.get()));
        }
        Carried carried = new Carried(boot(), world.wall(), world.agenda().now());
        claims.put(act.claim(), carried);
        world.oracle().effect(name, act.nonce(), truth.put(act.nonce(), carried) == null);
        return Optional.empty();
    }

    /// The action ends, unless a reboot or a person has ended it.
    ///
    /// @return its exit status
    int end(Unwrapped.Act act, int exit) {
        Carried carried = truth.get(act.nonce());
        if (carried == null || carried.lost || carried.exit.isPresent()) {
            return carried == null ? exit : carried.exit.orElse(exit);
        }
        carried.exit = Optional.of(exit);
        String[] words = act.carried().text().strip().split(" ");
        if (exit == 0 && words[0].equals("set")) {
            set(words[1], words[2]);
        }
        return exit;
    }

    /// Says how an action at work is, or ends it.
    String work(Unwrapped.Work work) {
        Carried carried = claims.get(work.claim());
        boolean ended = carried == null || carried.exit.isPresent();
        if (work.stop()) {
            if (!ended) {
                carried.exit = Optional.of(143);
                world.log(name, "stops " + work.nonce());
            }
            return HostWords.stopped(work.nonce(), ended);
        }
        long silent = ended ? 0 : (world.agenda().now() - carried.began) / 1000;
        return ended
                ? HostWords.stopped(work.nonce(), true)
                : HostWords.working(work.nonce(), silent, "Proceed [y/N]");
    }

    String receipt(Unwrapped.AskReceipt ask) {
        Optional<String> superseded = ask.fence().flatMap(it -> fences.raise(it, world.wall()));
        if (superseded.isPresent()) {
            return HostWords.superseded(ask.nonce(), boot(), upSeconds(), superseded.get());
        }
        Carried carried = claims.get(ask.claim());
        if (carried == null) {
            voids.add(ask.claim());
            return HostWords.noClaim(ask.nonce(), boot(), upSeconds());
        }
        return HostWords.found(
                ask.nonce(),
                boot(),
                upSeconds(),
                carried.started,
                carried.exit.map(exit -> new HostWords.Done(exit, "", "")));
    }

    void release(Unwrapped.Release release) {
        fences.release(release.fence(), world.wall());
    }

    String disarm(Unwrapped.Disarm disarm) {
        return HostWords.disarmed(disarm.nonce(), claims.containsKey(disarm.claim()));
    }
}
