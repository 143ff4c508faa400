package dev.blackstart.proof.simulation;

import dev.blackstart.run.RunId;
import dev.blackstart.transport.simulated.Fences;
import dev.blackstart.transport.wrapper.HostWords;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One host as it truly is: what was done to it, by which sending, and how that ended.
final class SimHost {
    /// How an action ends that a person has stopped.
    private static final int STOPPED = 99;

    /// What is true of one sending that reached this host.
    static final class Carried {
        final String boot;
        final Instant started;
        final Optional<SimGuard> guard;
        final long began;
        Optional<Integer> exit = Optional.empty();
        boolean timedOut;
        boolean lost;

        Carried(String boot, Instant started, long began, Optional<SimGuard> guard) {
            this.boot = boot;
            this.started = started;
            this.began = began;
            this.guard = guard;
        }
    }

    private final String name;
    private final World world;
    private final SimFiles files = new SimFiles();
    private final SimShell shell = new SimShell(files);
    private final Set<String> voids = new HashSet<>();

    /// By claim, as the disk of the host has it.
    private final Map<String, Carried> claims = new HashMap<>();

    /// By nonce, as it truly was; no reboot takes it away.
    private final Map<String, Carried> truth = new HashMap<>();

    private final Fences fences = new Fences();
    private long cutUntil;
    private int boots = 1;
    private String boot;
    private long upSince = -40L * 86_400_000;

    SimHost(String name, World world) {
        this.name = name;
        this.boot = name + "-boot-1";
        this.world = world;
    }

    String boot() {
        return boot;
    }

    /// It is going down or coming up, or the network to it is cut, and answers nobody.
    boolean down() {
        return world.agenda().now() < Math.max(upSince, cutUntil);
    }

    /// Nobody reaches it for so long; what runs there goes on.
    void cutOff(long millis) {
        cutUntil = world.agenda().now() + millis;
        world.log(name, "is cut off");
    }

    long upSeconds() {
        return (world.agenda().now() - upSince) / 1000;
    }

    Optional<Carried> carried(String nonce) {
        return Optional.ofNullable(truth.get(nonce));
    }

    SimShell shell() {
        return shell;
    }

    SimFiles files() {
        return files;
    }

    /// What runs is lost; claims lie in memory.
    void reboot(long takes) {
        boots++;
        boot = name + "-boot-" + boots;
        upSince = world.agenda().now() + takes;
        claims.clear();
        voids.clear();
        fences.lost();
        truth.values().forEach(it -> it.lost = it.lost || it.exit.isEmpty());
        world.log(name, "reboots");
    }

    /// What a check prints.
    String look(Unwrapped.Carried carried) {
        return carried.label().equals("look") && carried.env().isEmpty()
                ? upSeconds() + ".00\n"
                : shell.look(carried);
    }

    /// Starts an action, at most once per claim; without a claim, each time.
    ///
    /// @return what the wrapper says at once when it starts nothing
    Optional<String> act(Unwrapped.Act act, boolean bare) {
        if (!bare && act.fence().isEmpty()) {
            throw new Violation(
                    Invariant.ONE_OWNER, "a sending reaches " + name + " and says of no owner");
        }
        if (!bare && (voids.contains(act.claim()) || claims.containsKey(act.claim()))) {
            return Optional.of(HostWords.claimed(act.nonce()));
        }
        if (act.boot().filter(boot -> !boot.equals(boot())).isPresent()) {
            return Optional.of(HostWords.refused(act.nonce(), HostWords.REBOOTED));
        }
        Optional<String> fenced =
                act.fence().flatMap(it -> fences.take(it, world.wall(), this::atWork));
        if (fenced.isPresent()) {
            return Optional.of(HostWords.refused(act.nonce(), fenced.get()));
        }
        Carried carried =
                new Carried(
                        boot(), world.wall(), world.agenda().now(), act.guard().map(SimGuard::new));
        boolean first = !truth.containsKey(act.nonce());
        world.oracle().effect(name, act, first);
        truth.put(act.nonce(), carried);
        if (!bare) {
            claims.put(act.claim(), carried);
        }
        return Optional.empty();
    }

    /// The action ends, unless a reboot or a person has ended it.
    ///
    /// @param chance the exit status it would have
    /// @return what the wrapper says
    String end(Unwrapped.Act act, int chance, String stdin) {
        Carried carried = truth.get(act.nonce());
        if (carried == null || carried.lost) {
            return "";
        }
        if (carried.exit.isPresent()) {
            return HostWords.ended(act.nonce(), carried.exit.get(), "");
        }
        SimShell.Result result = shell.carryOut(act, chance, world.faults().exit() == 0, stdin);
        carried.exit = Optional.of(result.exit());
        armed(carried);
        return HostWords.ended(act.nonce(), result.exit(), result.stderr());
    }

    /// The host ends it at its deadline.
    ///
    /// @return what the wrapper says
    String timeOut(Unwrapped.Act act) {
        Carried carried = truth.get(act.nonce());
        if (carried == null || carried.lost) {
            return "";
        }
        if (carried.exit.isPresent()) {
            return HostWords.ended(act.nonce(), carried.exit.get(), "");
        }
        carried.exit = Optional.of(124);
        carried.timedOut = true;
        armed(carried);
        return HostWords.timedOut(act.nonce());
    }

    private void armed(Carried carried) {
        carried.guard.ifPresent(
                guard -> world.agenda().after(guard.after(), () -> guards(carried, guard)));
    }

    private void guards(Carried carried, SimGuard guard) {
        if (!boot().equals(carried.boot) || !guard.fire()) {
            return;
        }
        world.log(name, "undoes by itself");
        int exit = world.faults().exit();
        world.agenda()
                .after(
                        world.faults().runs(),
                        () -> {
                            if (boot().equals(carried.boot)) {
                                guard.reverted(shell.run(guard.undo(), exit, true).exit());
                            }
                        });
    }

    /// Says how an action at work is, or ends it.
    String work(Unwrapped.Work work) {
        Carried carried = claims.get(work.claim());
        if (carried == null || carried.exit.isPresent()) {
            return HostWords.stopped(work.nonce(), true);
        }
        if (work.stop()) {
            carried.exit = Optional.of(STOPPED);
            armed(carried);
            world.log(name, "stops " + work.nonce());
            return HostWords.stopped(work.nonce(), false);
        }
        long silent = (world.agenda().now() - carried.began) / 1000;
        return HostWords.working(work.nonce(), silent, "Proceed [y/N]");
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
        String found =
                HostWords.found(
                        ask.nonce(),
                        boot(),
                        upSeconds(),
                        carried.started,
                        carried.exit.map(exit -> new HostWords.Done(exit, "", "")));
        return carried.timedOut ? found.replace("exit exited", "exit timeout") : found;
    }

    /// Has something of that run begun here, and not ended, or will the host undo it by itself?
    boolean atWork(RunId run) {
        return claims.entrySet().stream()
                .filter(it -> it.getKey().startsWith(run.value()))
                .map(Map.Entry::getValue)
                .anyMatch(it -> it.exit.isEmpty() || it.guard.filter(SimGuard::armed).isPresent());
    }

    void release(Unwrapped.Release release) {
        world.oracle().tenants().leaves(name, release.fence());
        fences.release(release.fence(), world.wall());
    }

    String disarm(Unwrapped.Disarm disarm) {
        boolean late = disarm.fence().flatMap(it -> fences.raise(it, world.wall())).isPresent();
        Carried carried = claims.get(disarm.claim());
        String said =
                late
                        ? "hidden"
                        : carried == null
                                ? "gone"
                                : carried.guard.map(SimGuard::disarm).orElse("disarmed");
        return "%s guard %s\n".formatted(disarm.nonce(), said);
    }
}
