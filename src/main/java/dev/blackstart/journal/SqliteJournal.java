package dev.blackstart.journal;

import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The journal on disk: `journal.db` in its directory. Several processes may have it open. Writing
/// goes through one connection, reading through short ones of its own, so reading waits for nobody.
/// Thread-safe.
public final class SqliteJournal implements Journal {
    private final EventCodec codec = new EventCodec();
    private final SqliteFile file;
    private final Writer writer;
    private final Space space;
    private final Processes processes;
    private final Supplier<Optional<ClockReading>> clock;

    private SqliteJournal(SqliteFile file, Writer writer, Space space, Processes processes) {
        this(file, writer, space, processes, Optional::empty);
    }

    private SqliteJournal(
            SqliteFile file,
            Writer writer,
            Space space,
            Processes processes,
            Supplier<Optional<ClockReading>> clock) {
        this.file = file;
        this.writer = writer;
        this.space = space;
        this.processes = processes;
        this.clock = clock;
    }

    /// The same journal, with what the clocks of the machine show beside each event.
    public SqliteJournal timed(Timepiece timepiece) {
        return new SqliteJournal(
                file, writer, space, processes, () -> Optional.of(timepiece.read()));
    }

    /// Opens the journal in a directory of this machine, made with mode 0700 when it is not there.
    public static SqliteJournal open(Path directory) throws JournalException {
        return open(directory, Processes.ofThisMachine(), MountTable.ofThisMachine());
    }

    /// Opens the journal on a machine with these processes and file systems.
    ///
    /// @throws JournalException `NOT_DURABLE` when SQLite or the file system cannot keep the
    ///   promise, `DAMAGED` when the file is no journal or was tampered with, `NEWER` when its
    ///   format is
    public static SqliteJournal open(Path directory, Processes processes, MountTable mounts)
            throws JournalException {
        return open(directory, processes, mounts, false);
    }

    /// Opens it for whoever mostly reads: on a file system that is mounted read-only it can be
    /// looked into, and only what writes is refused.
    ///
    /// @param told one sentence, when it is not the file itself that is read
    public static SqliteJournal look(Path directory, Consumer<String> told)
            throws JournalException {
        Unwritable where = new Unwritable(directory.toAbsolutePath().normalize());
        try {
            if (!Unwritable.is(where.directory())) {
                return open(directory);
            }
        } catch (IOException e) {
            return open(directory);
        }
        Unwritable.Seen seen = where.seen(told);
        return new SqliteJournal(
                seen.file(),
                Writer.none(where, seen),
                new Space(where.directory()),
                Processes.ofThisMachine());
    }

    /// A new one where another was before.
    static SqliteJournal begin(Path directory) throws JournalException {
        return open(directory, Processes.ofThisMachine(), MountTable.ofThisMachine(), true);
    }

    private static SqliteJournal open(
            Path directory, Processes processes, MountTable mounts, boolean begins)
            throws JournalException {
        JournalDirectory prepared = JournalDirectory.prepare(directory, mounts, begins);
        SqliteFile file = new SqliteFile(prepared.file());
        Writer writer = new Writer(file);
        Space space = new Space(prepared.path());
        SqliteJournal journal = new SqliteJournal(file, writer, space, processes);
        try {
            space.reserve();
        } catch (IOException e) {
            writer.close();
            throw new JournalException(
                    JournalException.Kind.NOT_WRITTEN,
                    "cannot set room aside beside the journal " + prepared.file(),
                    e);
        }
        if (!begins) {
            journal.takeUp(prepared.path());
        }
        return journal;
    }

    /// Journals that were put aside by a process that did not come to name them here.
    private void takeUp(Path directory) {
        try {
            List<String> folders = SetAside.folders(directory);
            if (folders.isEmpty()) {
                return;
            }
            Set<String> named =
                    predecessors().stream().map(Predecessor::folder).collect(Collectors.toSet());
            for (String folder : folders) {
                if (!named.contains(folder)) {
                    follow(SetAside.read(directory, folder));
                }
            }
        } catch (IOException | JournalException e) {
            // no reason to keep anybody from the journal: the next opening tries again
        }
    }

    private void follow(Optional<Predecessor> left) throws JournalException {
        if (left.isPresent()) {
            follow(left.get());
        }
    }

    @Override
    public List<Recorded> append(
            RunId run, long epoch, long after, Instant at, List<RunEvent> events)
            throws JournalException {
        Append append = new Append(run, epoch, after, at, events, codec, clock.get());
        return writer.write(append::write, append::landed);
    }

    @Override
    public List<Recorded> read(RunId run) throws JournalException {
        return reading(connection -> {
            EventTable table = new EventTable(connection);
            StoredRun stored = new StoredRun(run, codec);
            table.read(run, stored::add);
            return stored.complete(table.head(run));
        });
    }

    @Override
    public ChainCopy chain(RunId run) throws JournalException {
        return reading(connection -> {
            EventTable table = new EventTable(connection);
            ChainCopy.Copying copying = new ChainCopy.Copying(run);
            table.read(run, copying::add);
            return copying.end(table.head(run));
        });
    }

    @Override
    public List<RunId> runs() throws JournalException {
        return reading(connection -> new EventTable(connection).runs());
    }

    @Override
    public String keep(byte[] content) throws JournalException {
        String sha256 = Digests.sha256(content);
        return writer.write(
                connection -> {
                    new KeptTable(connection).insert(sha256, content);
                    return sha256;
                },
                connection -> new KeptTable(connection).holds(sha256));
    }

    @Override
    public Optional<byte[]> kept(String sha256) throws JournalException {
        return reading(connection -> new KeptTable(connection).content(sha256));
    }

    @Override
    public Ownership claim(RunId run, Owner owner) throws JournalException {
        Claiming claiming = new Claiming(run, owner, processes);
        return writer.write(claiming::claim, claiming::owned);
    }

    @Override
    public long takeOver(RunId run, Owner owner) throws JournalException {
        Claiming claiming = new Claiming(run, owner, processes);
        return writer.write(claiming::takeOver, claiming::owned);
    }

    @Override
    public void check(RunId run, long epoch) throws JournalException {
        writer.look(connection -> new EpochTable(connection).of(run)).admit(run, epoch);
    }

    @Override
    public Installation installation() throws JournalException {
        Optional<String> known =
                writer.look(connection -> new EpochTable(connection).installation());
        if (known.isEmpty()) {
            known =
                    writer.write(
                            connection -> new EpochTable(connection).makeInstallation(),
                            connection -> new EpochTable(connection).installation().isPresent());
        }
        return new Installation(known.orElseThrow(), processes.machine());
    }

    @Override
    public void release(RunId run, Owner owner) throws JournalException {
        writer.write(
                connection -> {
                    OwnerTable owners = new OwnerTable(connection);
                    owners.remove(run, owner);
                    if (owners.holder(run).isEmpty()) {
                        new LockTable(connection).removeUnused(run);
                    }
                    return run;
                },
                connection ->
                        new OwnerTable(connection)
                                .holder(run)
                                .filter(owner::sameProcess)
                                .isEmpty());
    }

    @Override
    public List<HeldLock> lock(Holder holder, Collection<Lock> wanted, boolean acted)
            throws JournalException {
        LockTaking taking = new LockTaking(holder, wanted, acted, processes);
        return writer.write(taking::take, taking::taken);
    }

    @Override
    public List<HeldLock> locks() throws JournalException {
        return reading(connection -> {
            Locking locking = LockTaking.locking(connection, processes);
            return locking.holding(new LockTable(connection).all(locking).stream());
        });
    }

    @Override
    public Optional<Owner> owner(RunId run) throws JournalException {
        return reading(
                connection -> new OwnerTable(connection).holder(run).filter(processes::alive));
    }

    @Override
    public long newest(RunId run) throws JournalException {
        return reading(connection -> new EventTable(connection).head(run).sequence());
    }

    @Override
    public Map<RunId, Long> heads() throws JournalException {
        return reading(connection -> new EventTable(connection).heads());
    }

    @Override
    public void request(RunId run, Request request) throws JournalException {
        writer.write(
                connection -> {
                    new RequestTable(connection).insert(run, request);
                    return run;
                },
                connection -> new RequestTable(connection).of(run).contains(request));
    }

    /// Asked often while nothing is there, so it looks before it takes the write lock.
    @Override
    public List<Request> takeRequests(RunId run) throws JournalException {
        if (writer.look(connection -> new RequestTable(connection).of(run)).isEmpty()) {
            return List.of();
        }
        List<Request> taken = new ArrayList<>();
        try {
            return writer.write(
                    connection -> {
                        RequestTable requests = new RequestTable(connection);
                        taken.addAll(requests.of(run));
                        requests.remove(run);
                        return taken;
                    },
                    connection -> new RequestTable(connection).of(run).isEmpty());
        } catch (JournalException e) {
            if (e.kind() == JournalException.Kind.WRITTEN_AFTER_ALL) {
                return taken; // nobody else will find them any more
            }
            throw e;
        }
    }

    @Override
    public Audit audit() throws JournalException {
        return reading(connection -> {
            EventTable table = new EventTable(connection);
            KeptTable kept = new KeptTable(connection);
            Auditor auditor = new Auditor(new FrozenFiles(codec, kept::content));
            for (RunId run : table.runs()) {
                auditor.walk(run, table.head(run), reader -> table.read(run, reader));
            }
            return auditor.result();
        });
    }

    @Override
    public List<Predecessor> predecessors() throws JournalException {
        return reading(connection -> new PredecessorTable(connection).all());
    }

    /// This journal was begun in the place of a damaged one.
    void follow(Predecessor predecessor) throws JournalException {
        writer.write(
                connection -> {
                    new PredecessorTable(connection).insert(predecessor);
                    return predecessor;
                },
                connection -> new PredecessorTable(connection).names(predecessor.folder()));
    }

    /// A disk that cannot be asked counts as full.
    @Override
    public boolean lowSpace() {
        try {
            return space.low();
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public String roomNeeded() {
        try {
            return space.needed();
        } catch (IOException e) {
            return "how much is free beside the journal " + file.path() + " cannot be told";
        }
    }

    @Override
    public boolean ballast() {
        return space.ballastThere();
    }

    /// It is 16 MiB, set aside again when the journal is opened with room to spare.
    @Override
    public void releaseBallast() throws JournalException {
        try {
            space.releaseBallast();
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Kind.NOT_WRITTEN,
                    "cannot remove the ballast beside the journal " + file.path(),
                    e);
        }
    }

    @Override
    public void close() {
        writer.close();
    }

    private <T> T reading(Writer.Work<T> work) throws JournalException {
        try (Connection connection = file.reader()) {
            return Transactions.snapshot(connection, () -> work.in(connection));
        } catch (SQLException e) {
            throw SqliteFailure.sentence("cannot read", file.path(), e);
        }
    }
}
