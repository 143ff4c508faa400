package dev.blackstart.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalView;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Request;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The journal behind a service. What goes wrong on the way is thrown as a `ServiceTrouble`; what
/// was recorded by a newer version as a `JournalException`.
final class RemoteJournal implements JournalView {
    private final Wire wire;
    private final RunLists lists;
    private final Files files;
    private final Map<RunId, Past> read = new HashMap<>();
    private Optional<Watched> watched = Optional.empty();

    /// The run that somebody watches.
    private record Watched(RunId run, Tail tail, Pulse pulse) {}

    RemoteJournal(Wire wire) {
        this.wire = wire;
        this.lists = new RunLists(wire);
        this.files = new Files(wire);
    }

    @Override
    public List<Recorded> read(RunId run) throws JournalException {
        Optional<Watched> now = watched(run);
        if (now.isPresent()) {
            return now.get().tail().events();
        }
        Past past = read.computeIfAbsent(run, it -> new Past(wire, it));
        long newest = newest(run);
        if (past.newest() < newest) {
            past.readTo(newest);
        }
        List<Recorded> events = past.events();
        files.known(run, RunState.fold(events).takingUps().blobs().values());
        return events;
    }

    private Optional<Watched> watched(RunId run) {
        return watched.filter(it -> it.run().equals(run));
    }

    @Override
    public List<RunId> runs() {
        return lists.of("");
    }

    @Override
    public List<RunId> runs(Kind kind) {
        return switch (kind) {
            case OPEN -> lists.of("&open=true");
            case INDEBTED -> lists.indebted();
            case UNKNOWN -> lists.unknown();
        };
    }

    @Override
    public Optional<byte[]> kept(String sha256) {
        return files.of(sha256);
    }

    @Override
    public List<HeldLock> locks() {
        return lists.locks();
    }

    @Override
    public Optional<Owner> owner(RunId run) {
        Optional<String> person =
                watched(run).map(it -> it.pulse().person()).orElseGet(() -> Pulse.of(asked(run)));
        return person.map(name -> new Owner(name, 0, 0, "", Instant.EPOCH));
    }

    @Override
    public long newest(RunId run) throws JournalException {
        Optional<Watched> now = watched(run);
        return now.isPresent() ? now.get().tail().newest() : asked(run).path("sequence").asLong();
    }

    private JsonNode asked(RunId run) {
        return wire.get("/api/v1/runs/" + run);
    }

    @Override
    public void request(RunId run, Request request) {
        new Sayings(wire, run).say(request);
    }

    @Override
    public void follow(RunId run, Consumer<String> told) {
        Tail tail = new Tail(wire, run, told);
        Pulse pulse = new Pulse(wire, run, Pulse.of(asked(run)), tail::silent);
        watched = Optional.of(new Watched(run, tail, pulse));
        tail.start();
        pulse.start();
    }

    @Override
    public void close() {
        watched.ifPresent(it -> {
            it.tail().close();
            it.pulse().close();
        });
    }
}
