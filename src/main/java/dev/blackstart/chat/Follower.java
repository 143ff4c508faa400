package dev.blackstart.chat;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Feed;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.EvidenceTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Keeps the messages of runs as the runs are: follows each on a thread of its own and hands the
/// outbox what should stand. A run never waits for it.
public final class Follower implements AutoCloseable {
    /// Runs followed at once; the service carries fewer.
    private static final int MOST = 64;

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Service service;
    private final Caller onlooker;
    private final Kept kept;
    private final Outbox outbox;
    private final Set<RunId> followed = ConcurrentHashMap.newKeySet();
    private final Set<String> silences = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// @param state folder of the journal
    /// @param platform such as `slack`
    public Follower(
            Service service,
            People people,
            Path state,
            String platform,
            Board board,
            Outbox.Pace pace,
            LongSupplier nanos) {
        this.service = service;
        this.onlooker = people.onlooker();
        this.kept = new Kept(state.resolve("service").resolve("chat").resolve(platform));
        this.outbox = new Outbox(board, kept, pace, nanos, this::silent);
    }

    /// Goes on with the runs that were told of before the service was stopped.
    public void start() {
        outbox.start();
        kept.runs().forEach(this::follow);
    }

    /// Tells a run from now on until it is closed. One that is told of already stays as it is.
    public void follow(RunId run) {
        if (followed.size() >= MOST || !followed.add(run)) {
            return;
        }
        Thread.ofPlatform().daemon().name("chat-" + run).start(() -> follows(run));
    }

    public Outbox outbox() {
        return outbox;
    }

    private void follows(RunId run) {
        try {
            Snapshot first = service.runs().one(run, onlooker);
            Feed feed = service.feeds().follow(first, 0);
            tell(first);
            while (!closed && !feed.over()) {
                if (!feed.next(LOOK).isEmpty()) {
                    tell(service.runs().one(run, onlooker));
                }
            }
            awaitArrival(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Refusal e) {
            warn(run, e);
        } finally {
            followed.remove(run);
        }
    }

    private void awaitArrival(RunId run) throws InterruptedException {
        while (!closed) {
            if (outbox.arrived(run)) {
                outbox.forget(run);
                return;
            }
            outbox.awaitChange(LOOK);
        }
    }

    private void tell(Snapshot run) {
        Optional<GateView> gate = service.gates().open(run);
        Optional<EvidenceTable> evidence =
                run.state().closed().map(it -> service.papers().evidence(run));
        Map<String, Message> parts =
                RunMessages.of(run, gate, evidence, service.runs().here(run.run()));
        parts.forEach((part, message) -> outbox.put(new Slot.Key(run.run(), part), message));
        for (Slot.Key key : outbox.thread(run.run())) {
            if (!parts.containsKey(key.part())) {
                outbox.put(key, Message.said(over(run, key.part())));
            }
        }
    }

    /// What stands in place of a gate's details once it is answered: no button is left.
    private static String over(Snapshot run, String part) {
        String gate = part.replaceFirst("-.*", "");
        return run.events().stream()
                .filter(it ->
                        it.event() instanceof RunEvent.GateAnswered said
                                && said.gate().toString().equals(gate))
                .map(it -> (RunEvent.GateAnswered) it.event())
                .reduce((one, other) -> other)
                .map(said ->
                        "Gate %s was answered with %s by %s; blackstart report %s shows what ran."
                                .formatted(gate, said.choice(), said.by(), run.run()))
                .orElse("Gate %s is closed.".formatted(gate));
    }

    /// The chat says nothing: whoever looks elsewhere is told, once for each gate.
    private void silent() {
        for (RunId run : followed) {
            try {
                service.gates()
                        .open(service.runs().one(run, onlooker))
                        .map(view -> view.gate().id())
                        .filter(gate -> silences.add(run + " " + gate))
                        .ifPresent(gate ->
                                service.runs()
                                        .note(
                                                run,
                                                "The chat does not answer; gate %s waits in the console and at the command line."
                                                        .formatted(gate)));
            } catch (Refusal e) {
                warn(run, e);
            }
        }
    }

    private static void warn(RunId run, Refusal e) {
        System.getLogger("blackstart")
                .log(System.Logger.Level.WARNING, "Chat, run {0}: {1}", run, e.getMessage());
    }

    @Override
    public void close() {
        closed = true;
        outbox.close();
    }
}
