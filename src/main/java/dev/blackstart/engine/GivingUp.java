package dev.blackstart.engine;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.ArmedHosts;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.Rights;
import dev.blackstart.run.RunState;
import dev.blackstart.transport.Deadlines;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import dev.blackstart.transport.wrapper.ReleaseCommand;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Gives hosts up when a run is closed, so that others need not wait until its fences end. A host
/// that does not answer in time is left to that; one whose outcome is unknown, or that may still
/// undo something by itself, stays ours.
final class GivingUp {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final long OUTPUT = 4096;

    private final Claimant claimant;
    private final Plan plan;
    private final Transport transport;

    /// What was sent with root's rights and what was not have fences of their own.
    private record Place(HostName host, boolean sudo) {}

    GivingUp(Claimant claimant, Plan plan, Transport transport) {
        this.claimant = claimant;
        this.plan = plan;
        this.transport = transport;
    }

    /// Comes back when all have answered, or in five seconds.
    void of(RunState state) throws InterruptedException {
        Set<Place> places = places(state);
        CountDownLatch left = new CountDownLatch(places.size());
        send(places, left::countDown);
        left.await(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Waits for none of them.
    void begin(RunState state) {
        send(places(state), () -> {});
    }

    private void send(Set<Place> places, Runnable answered) {
        places.forEach(place ->
                transport.execute(request(place), handed -> {}, completion -> answered.run()));
    }

    private Set<Place> places(RunState state) {
        if (plan.mode() != Mode.LIVE) {
            return Set.of();
        }
        Set<Place> places = new LinkedHashSet<>();
        Set<HostName> staying = new HashSet<>(ArmedHosts.of(plan, state));
        long since = ours(state);
        for (ActionProgress progress : state.actions().all()) {
            HostName host = progress.intent().action().host();
            if (!progress.intent().bare() && progress.endedSequence() > since) {
                places.add(new Place(host, Rights.root(plan, progress)));
            }
            if (progress.unknown()) {
                staying.add(host);
            }
        }
        places.removeIf(place -> staying.contains(place.host()));
        return places;
    }

    /// A run that is opened again to find out what is unknown has only the hosts of that: the
    /// others were given up when it was closed, and may be another run's now.
    private static long ours(RunState state) {
        return state.takingUps().reconciling().map(Recorded::sequence).orElse(0L);
    }

    private Request request(Place place) {
        return new Request(
                plan.inventory().host(place.host()).orElseThrow(),
                ReleaseCommand.line(claimant.looking(), place.sudo()),
                Optional.empty(),
                Deadlines.of(WITHIN),
                OUTPUT,
                true);
    }
}
