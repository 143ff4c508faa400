package dev.blackstart.journal;

import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// A journal that ends with its process: for simulated worlds and tests. Same codec, same chain,
/// same refusals as the one on disk. Thread-safe.
public final class MemoryJournal implements Journal {
    private final EventCodec codec = new EventCodec();

    /// How far a write comes when its process ends within it.
    @FunctionalInterface
    public interface Power {
        /// Throws, to end the process, when it has told how many lines are on disk.
        ///
        /// @param lines how many there are to write
        /// @param written told how many of them are there, without what makes them count
        void write(int lines, IntConsumer written);
    }

    /// The stored lines and heads themselves, open to whoever tries to forge them.
    final Map<RunId, List<Entry>> entries = new HashMap<>();

    final Map<RunId, Head> heads = new HashMap<>();

    /// By run, how many lines a write that did not end has left.
    private final Map<RunId, Integer> torn = new HashMap<>();

    private final Map<String, byte[]> blobs = new HashMap<>();
    private final Map<RunId, Owner> owners = new HashMap<>();
    private final Map<RunId, Epoch> epochs = new HashMap<>();
    private final String installation;
    private long highest;
    private final Map<String, HeldLock> locks = new HashMap<>();
    private final Set<RunId> unresolved = new HashSet<>();
    private final Map<RunId, List<Request>> requests = new HashMap<>();
    private final Liveness processes;
    private final Power power;
    private final Supplier<Optional<ClockReading>> clock;
    private final Map<RunId, ReadBefore> read = new HashMap<>();

    /// What a read checked and decoded. An entry never changes: the very same ones in the same
    /// places verify as they did.
    private record ReadBefore(StoredRun stored, List<Entry> entries) {
        @SuppressWarnings("ReferenceEquality") // equal is not enough: it would compare all texts
        boolean isStillIn(List<Entry> now) {
            if (entries.size() > now.size()) {
                return false;
            }
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i) != now.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    public MemoryJournal() {
        this(Processes.ofThisMachine());
    }

    public MemoryJournal(Liveness processes) {
        this(processes, "memory");
    }

    /// @param installation letters and digits that tell its runs' fences from those of others
    public MemoryJournal(Liveness processes, String installation) {
        this(processes, installation, (lines, written) -> {});
    }

    /// @param power asked within each write
    public MemoryJournal(Liveness processes, String installation, Power power) {
        this.processes = processes;
        this.installation = installation;
        this.power = power;
        this.clock = Optional::empty;
    }

    /// The same with what the clocks of the machine show beside each event.
    public MemoryJournal(Liveness processes, String installation, Timepiece timepiece) {
        this(processes, installation, timepiece, (lines, written) -> {});
    }

    /// @param power asked within each write
    public MemoryJournal(
            Liveness processes, String installation, Timepiece timepiece, Power power) {
        this.processes = processes;
        this.installation = installation;
        this.power = power;
        this.clock = () -> Optional.of(timepiece.read());
    }

    @Override
    public synchronized List<Recorded> append(
            RunId run, long epoch, long after, Instant at, List<RunEvent> events)
            throws JournalException {
        rollBack(run);
        check(run, epoch);
        Head head = heads.getOrDefault(run, Head.NONE);
        if (head.sequence() != after) {
            throw Batch.conflict(run, after, head);
        }
        Batch batch = Batch.behind(head, run, at, events, codec, clock.get());
        power.write(batch.entries().size(), written -> torn(run, batch, written));
        locksAfter(run, events);
        if (!batch.entries().isEmpty()) {
            stored(run, batch.entries());
            heads.put(run, batch.head());
        }
        return batch.recorded();
    }

    private void stored(RunId run, List<Entry> lines) {
        entries.computeIfAbsent(run, key -> new ArrayList<>()).addAll(lines);
    }

    private void torn(RunId run, Batch batch, int written) {
        stored(run, batch.entries().subList(0, written));
        torn.put(run, written);
    }

    /// What a write left that did not end is taken away by whoever uses the file next.
    private void rollBack(RunId run) {
        Integer lines = torn.remove(run);
        if (lines != null) {
            List<Entry> all = entries.computeIfAbsent(run, key -> new ArrayList<>());
            all.subList(all.size() - lines, all.size()).clear();
        }
    }

    @Override
    public synchronized List<Recorded> read(RunId run) throws JournalException {
        ReadBefore before = Optional.ofNullable(read.remove(run)).orElseGet(() -> begin(run));
        List<Entry> stored = entries(run);
        ReadBefore known = before.isStillIn(stored) ? before : begin(run);
        for (Entry entry : stored.subList(known.entries().size(), stored.size())) {
            known.stored().add(entry);
            known.entries().add(entry);
        }
        List<Recorded> events = known.stored().complete(heads.getOrDefault(run, Head.NONE));
        read.put(run, known);
        return events;
    }

    @Override
    public synchronized ChainCopy chain(RunId run) {
        ChainCopy.Copying copying = new ChainCopy.Copying(run);
        entries(run).forEach(copying::add);
        return copying.end(heads.getOrDefault(run, Head.NONE));
    }

    private ReadBefore begin(RunId run) {
        return new ReadBefore(new StoredRun(run, codec), new ArrayList<>());
    }

    private List<Entry> entries(RunId run) {
        rollBack(run);
        return entries.getOrDefault(run, List.of());
    }

    @Override
    public synchronized List<RunId> runs() {
        return heads.keySet().stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Override
    public synchronized String keep(byte[] content) {
        String sha256 = Digests.sha256(content);
        blobs.putIfAbsent(sha256, content.clone());
        return sha256;
    }

    @Override
    public synchronized Optional<byte[]> kept(String sha256) {
        return Optional.ofNullable(blobs.get(sha256)).map(byte[]::clone);
    }

    @Override
    public synchronized Ownership claim(RunId run, Owner owner) {
        Owner holder = owners.get(run);
        if (holder != null && holder.sameProcess(owner)) {
            return new Ownership.Taken(epochs.getOrDefault(run, Epoch.NONE).number());
        }
        return holder != null && processes.alive(holder)
                ? new Ownership.Held(holder)
                : new Ownership.Taken(takeOver(run, owner));
    }

    @Override
    public synchronized long takeOver(RunId run, Owner owner) {
        highest++;
        owners.put(run, owner);
        epochs.put(run, new Epoch(highest, owner.person(), owner.since()));
        return highest;
    }

    @Override
    public synchronized void check(RunId run, long epoch) throws JournalException {
        epochs.getOrDefault(run, Epoch.NONE).admit(run, epoch);
    }

    @Override
    public Installation installation() {
        return new Installation(installation, "memory");
    }

    @Override
    public synchronized void release(RunId run, Owner owner) {
        owners.computeIfPresent(run, (key, holder) -> holder.sameProcess(owner) ? null : holder);
        if (!owners.containsKey(run)) {
            locks.values().removeIf(it -> it.holder().run().equals(run) && !it.acted());
        }
    }

    @Override
    public synchronized List<HeldLock> lock(Holder holder, Collection<Lock> wanted, boolean acted) {
        List<HeldLock> held =
                locking()
                        .held(
                                holder.run(),
                                Lock.sorted(wanted),
                                lock -> Optional.ofNullable(locks.get(lock.name())).map(this::now));
        if (held.isEmpty()) {
            Lock.sorted(wanted)
                    .forEach(lock ->
                            locks.put(
                                    lock.name(),
                                    new HeldLock(
                                            lock,
                                            holder,
                                            acted || actedBefore(holder, lock),
                                            true)));
        }
        return held;
    }

    private boolean actedBefore(Holder holder, Lock lock) {
        return Locking.actedBefore(holder.run(), Optional.ofNullable(locks.get(lock.name())));
    }

    @Override
    public synchronized List<HeldLock> locks() {
        return locking().holding(locks.values().stream().map(this::now));
    }

    private void locksAfter(RunId run, List<RunEvent> events) {
        Optional<RunEvent.Closed> closed = Locking.closes(events);
        closed.ifPresent(it -> closed(run, it));
        if (closed.isPresent() || Locking.acts(events)) {
            locks.replaceAll((name, it) ->
                    it.holder().run().equals(run)
                            ? new HeldLock(it.lock(), it.holder(), true, it.carriedOut())
                            : it);
        }
    }

    private void closed(RunId run, RunEvent.Closed closed) {
        locks.values()
                .removeIf(it -> it.holder().run().equals(run) && !Locking.stays(it.lock(), closed));
        unresolved.remove(run);
        if (!closed.unknown().isEmpty()) {
            unresolved.add(run);
        }
    }

    private HeldLock now(HeldLock it) {
        return new HeldLock(
                it.lock(),
                it.holder(),
                it.acted(),
                locking().carriedOut(it.holder().run()),
                unresolved.contains(it.holder().run()));
    }

    private Locking locking() {
        return new Locking(run -> Optional.ofNullable(owners.get(run)), processes);
    }

    @Override
    public synchronized Optional<Owner> owner(RunId run) {
        return Optional.ofNullable(owners.get(run)).filter(processes::alive);
    }

    @Override
    public synchronized long newest(RunId run) {
        return heads.getOrDefault(run, Head.NONE).sequence();
    }

    @Override
    public synchronized void request(RunId run, Request request) {
        requests.computeIfAbsent(run, key -> new ArrayList<>()).add(request);
    }

    @Override
    public synchronized List<Request> takeRequests(RunId run) {
        List<Request> taken = requests.remove(run);
        return taken == null ? List.of() : List.copyOf(taken);
    }

    @Override
    public synchronized Audit audit() throws JournalException {
        Auditor auditor = new Auditor(new FrozenFiles(codec, this::kept));
        try {
            for (RunId run : runs()) {
                auditor.walk(run, heads.getOrDefault(run, Head.NONE), to -> each(run, to));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("there is no database here", e);
        }
        return auditor.result();
    }

    private void each(RunId run, EventTable.Reader reader) throws JournalException {
        for (Entry entry : entries(run)) {
            reader.entry(entry);
        }
    }

    @Override
    public void close() {}
}
