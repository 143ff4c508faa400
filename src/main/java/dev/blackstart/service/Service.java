package dev.blackstart.service;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.RunId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Everything a door of the server can ask for; free of any protocol. Thread-safe.
public final class Service implements AutoCloseable {
    /// How long stopping waits for runs to be left.
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private static final System.Logger LOG = System.getLogger("blackstart");

    static final String STOPPED = "the service was stopped";
    static final String WORLD_GONE = "the drill ended with its world";

    /// How often a lost journal is looked at while runs wait for it.
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(2);

    private final Journal journal;
    private final Clock clock;
    private final String version;
    private final Register register;
    private final Ward ward;
    private final Dropped dropped;
    private final TakingUp takingUp;
    private final ScheduledExecutorService looking;
    private final Records records;
    private final RunIndex index;
    private final Carrier carrier;
    private final Keys keys;
    private final Runs runs;
    private final Gates gates;
    private final Feeds feeds;
    private final Reviews reviews;
    private final Catalog catalog;
    private final Papers papers;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Links links;
    private final Measures measures;

    public Service(
            Places places,
            Journal journal,
            Carrier carrier,
            SshErrors errors,
            Clock clock,
            String version) {
        this.version = version;
        this.journal = journal;
        this.clock = clock;
        this.carrier = carrier;
        Bell bell = new Bell();
        Library library = new Library(places);
        this.dropped = new Dropped(Owner.current("", clock.instant()));
        this.records = new Records(journal, carrier, dropped, clock);
        this.index = new RunIndex(records);
        this.ward = new Ward(places.own().resolve("runs"));
        this.keys = new Keys(places.own().resolve("keys"));
        this.papers = new Papers(places, carrier, library, records);
        this.register = new Register(bell, dropped, this::ended);
        this.takingUp = new TakingUp(records, carrier, register, ward, dropped);
        this.looking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("journal").factory());
        this.feeds = new Feeds(records, bell);
        this.runs = new Runs(library, carrier, records, index, register, keys, ward);
        this.gates = new Gates(runs, records, index, feeds, register);
        this.reviews = new Reviews(journal, carrier, runs, index, clock);
        this.catalog = new Catalog(library, index, records);
        this.tokens = new Tokens(places.state());
        this.sessions = new Sessions(places.state(), tokens);
        this.links = new Links(places.state(), tokens);
        this.measures = new Measures(library, index, register, errors);
    }

    public Runs runs() {
        return runs;
    }

    public Gates gates() {
        return gates;
    }

    public Feeds feeds() {
        return feeds;
    }

    public Reviews reviews() {
        return reviews;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Papers papers() {
        return papers;
    }

    public Tokens tokens() {
        return tokens;
    }

    /// Of the web console.
    public Sessions sessions() {
        return sessions;
    }

    /// Those that log in at the web console.
    public Links links() {
        return links;
    }

    public Measures measures() {
        return measures;
    }

    /// A word nobody can guess, such as the key of an order.
    public String word() {
        return tokens.secret();
    }

    /// Of the program.
    public String version() {
        return version;
    }

    public Clock clock() {
        return clock;
    }

    /// What is left to do then is no reason to lose the thread's end.
    private void ended(RunId run) {
        try {
            settle(run);
        } catch (Refusal e) {
            LOG.log(System.Logger.Level.WARNING, "Run {0}: {1}", run, e.getMessage());
        }
    }

    private void settle(RunId run) {
        if (dropped.waiting().contains(run)) {
            return; // it is not over
        }
        Snapshot snapshot = records.of(run);
        if (snapshot.state().closed().isPresent()) {
            ward.leave(run);
        } else if (snapshot.drill()) {
            carrier.closeDrill(run, Optional.empty(), WORLD_GONE);
        }
        papers.keep(run);
    }

    /// Takes up what the service carried out when it was stopped, or crashed.
    public void takeUp() {
        keys.tidy(clock.instant());
        takingUp.all();
        long every = LOOKS_AGAIN.toMillis();
        var _ =
                looking.scheduleWithFixedDelay(
                        this::lookAgain, every, every, TimeUnit.MILLISECONDS);
    }

    private void lookAgain() {
        if (!dropped.waiting().isEmpty() && journalHasRoom()) {
            takingUp.dropped();
        }
    }

    /// Reads what the first list of runs would have to read, so that nobody waits for it.
    public void warm() {
        try {
            index.all();
        } catch (Refusal e) {
            LOG.log(System.Logger.Level.WARNING, "The runs cannot be read: {0}", e.getMessage());
        }
    }

    /// Can the journal be read, is there room in it, and does no run wait for that?
    public boolean journalAnswers() {
        return dropped.waiting().isEmpty() && journalHasRoom();
    }

    private boolean journalHasRoom() {
        try {
            records.locks();
            return !journal.lowSpace();
        } catch (Refusal e) {
            return false;
        }
    }

    /// Sends nothing more; what is under way is left to its receipts, and taken up at the next
    /// start.
    public void leave() {
        looking.shutdown();
        register.stop(STOPPED, STOPS_WITHIN);
    }

    @Override
    public void close() {
        leave();
        journal.close();
    }
}
