package dev.blackstart.chat;

import dev.blackstart.run.RunId;
import dev.blackstart.service.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Brings messages to a chat in their order, one after the other, each once. While the chat does
/// not answer, only the newest text of each message is kept, so what arrives later is one message
/// and not the history of it.
public final class Outbox implements AutoCloseable {
    /// After this long without an answer people are told elsewhere (FAULTS.md F16).
    public static final Duration SILENT_AFTER = Duration.ofSeconds(30);

    /// How it goes about its work.
    ///
    /// @param apart between two messages; Slack takes one a second in a channel
    /// @param again how long it waits after a first failure; doubled each time up to 30 s
    /// @param silent when the chat counts as silent
    /// @param patience how long a chat may take to answer; one that is slower is given more, up to
    ///   30 s
    /// @param late so much later a chat may still take what it gave no answer to
    public record Pace(
            Duration apart, Duration again, Duration silent, Duration patience, Duration late) {
        private static final Duration PATIENCE = Duration.ofSeconds(5);
        private static final Duration LATE = Duration.ofSeconds(20);

        public static final Pace USUAL =
                new Pace(Duration.ofSeconds(1), Duration.ofSeconds(1), SILENT_AFTER);

        /// With the usual patience.
        public Pace(Duration apart, Duration again, Duration silent) {
            this(apart, again, silent, PATIENCE, LATE);
        }
    }

    private static final System.Logger LOG = System.getLogger("blackstart");
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 2_000;

    private final Board board;
    private final Kept kept;
    private final Pace pace;
    private final LongSupplier nanos;
    private final Runnable silent;
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition changed = guard.newCondition();
    private final Map<Slot.Key, Slot> slots = new LinkedHashMap<>();
    private final Thread worker;
    private boolean closed;
    private long changes;
    private Duration wait = Duration.ZERO;
    private Optional<Long> failingSince = Optional.empty();

    /// @param silent called for each attempt while the chat is silent
    Outbox(Board board, Kept kept, Pace pace, LongSupplier nanos, Runnable silent) {
        this.board = board;
        this.kept = kept;
        this.pace = pace;
        this.nanos = nanos;
        this.silent = silent;
        this.worker = Thread.ofPlatform().daemon().name("chat-outbox").unstarted(this::work);
    }

    void start() {
        worker.start();
    }

    /// This is how a message should stand from now on.
    void put(Slot.Key key, Message message) {
        guard.lock();
        try {
            Slot slot = slots.get(key);
            if (slot == null) {
                refuseFlood();
                slots.put(key, new Slot(key, message, kept.id(key)));
            } else {
                slot.want(message);
            }
            changes++;
            changed.signalAll();
        } finally {
            guard.unlock();
        }
    }

    /// What was told completely makes room.
    private void refuseFlood() {
        if (slots.size() >= MOST) {
            slots.values().removeIf(slot -> !slot.behind());
        }
        if (slots.size() >= MOST) {
            slots.remove(slots.keySet().iterator().next());
        }
    }

    /// Has everything of a run arrived as it should stand?
    boolean arrived(RunId run) {
        guard.lock();
        try {
            return slots.values().stream()
                    .noneMatch(slot -> slot.key().run().equals(run) && slot.behind());
        } finally {
            guard.unlock();
        }
    }

    /// Waits until something has arrived or was put, or for so long.
    void awaitChange(Duration most) throws InterruptedException {
        guard.lock();
        try {
            long rung = changes;
            long left = most.toNanos();
            while (rung == changes && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            guard.unlock();
        }
    }

    /// The parts of a run's thread that were put.
    List<Slot.Key> thread(RunId run) {
        guard.lock();
        try {
            return slots.keySet().stream()
                    .filter(key -> key.run().equals(run) && !key.part().isEmpty())
                    .toList();
        } finally {
            guard.unlock();
        }
    }

    /// Does the chat answer, as far as is known?
    public boolean answers() {
        guard.lock();
        try {
            return failingSince.isEmpty();
        } finally {
            guard.unlock();
        }
    }

    void forget(RunId run) {
        guard.lock();
        try {
            slots.keySet().removeIf(key -> key.run().equals(run));
            kept.forget(run);
        } finally {
            guard.unlock();
        }
    }

    private void work() {
        while (true) {
            try {
                Optional<Slot> slot = next();
                if (slot.isEmpty()) {
                    return;
                }
                deliver(slot.get());
            } catch (InterruptedException e) {
                return;
            } catch (Refusal e) {
                LOG.log(System.Logger.Level.WARNING, "Chat: {0}", e.getMessage());
                later(Optional.empty());
            }
        }
    }

    /// The first message that is behind, once it is time; empty when the outbox is closed.
    private Optional<Slot> next() throws InterruptedException {
        guard.lock();
        try {
            sleep(wait);
            while (!closed) {
                Optional<Slot> first = slots.values().stream().filter(Slot::behind).findFirst();
                if (first.isPresent()) {
                    return first;
                }
                changed.await();
            }
            return Optional.empty();
        } finally {
            guard.unlock();
        }
    }

    private void sleep(Duration length) throws InterruptedException {
        long left = length.toNanos();
        while (!closed && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    private void deliver(Slot slot) {
        Message text = slot.wanted();
        if (slot.id().isPresent() && slot.mayStillArrive(nanos.getAsLong())) {
            later(new Delivered.Later(Optional.empty(), Delivered.Taken.NO, "it is slow"));
            return;
        }
        if (slot.id().isPresent()) {
            settle(slot, text, board.update(slot.id().get(), text));
            return;
        }
        Optional<String> above = slot.key().above().flatMap(this::where);
        if (slot.doubtful()) {
            switch (board.find(slot.key().toString(), above)) {
                case Delivered.Done it -> stands(slot, it.id(), Optional.empty());
                case Delivered.NotThere it -> notThere(slot);
                case Delivered.Later it -> later(it);
                case Delivered.Never it -> settle(slot, text, it);
            }
            return;
        }
        taken(slot, true);
        settle(slot, text, board.post(slot.key().toString(), above, text));
    }

    /// What a slow chat may still be about to take is not sent a second time.
    private void notThere(Slot slot) {
        if (slot.mayStillArrive(nanos.getAsLong())) {
            later(new Delivered.Later(Optional.empty(), Delivered.Taken.NO, "it is not there yet"));
        } else {
            taken(slot, false);
        }
    }

    private Optional<String> where(Slot.Key key) {
        guard.lock();
        try {
            return Optional.ofNullable(slots.get(key)).flatMap(Slot::id).or(() -> kept.id(key));
        } finally {
            guard.unlock();
        }
    }

    private void taken(Slot slot, boolean perhaps) {
        guard.lock();
        try {
            slot.doubt(perhaps);
            if (perhaps) {
                kept.keep(slot.key(), "");
            } else {
                kept.drop(slot.key());
            }
        } finally {
            guard.unlock();
        }
    }

    private void settle(Slot slot, Message text, Delivered delivered) {
        switch (delivered) {
            case Delivered.Done it -> stands(slot, it.id(), Optional.of(text));
            case Delivered.Later it -> {
                if (slot.id().isEmpty()) {
                    taken(slot, it.taken() != Delivered.Taken.NO);
                }
                if (it.taken() == Delivered.Taken.PERHAPS_LATER) {
                    slot.unsettled(nanos.getAsLong() + pace.late().toNanos());
                }
                later(it);
            }
            case Delivered.NotThere it -> givenUp(slot, text, "the message is not there any more");
            case Delivered.Never it -> givenUp(slot, text, it.why());
        }
    }

    private void stands(Slot slot, String id, Optional<Message> text) {
        guard.lock();
        try {
            slot.stands(id, text);
            kept.keep(slot.key(), id);
            wait = pace.apart();
            failingSince = Optional.empty();
            changes++;
            changed.signalAll();
        } finally {
            guard.unlock();
        }
    }

    private void givenUp(Slot slot, Message text, String why) {
        LOG.log(
                System.Logger.Level.WARNING,
                "The chat does not take message {0}: {1}",
                slot.key(),
                why);
        guard.lock();
        try {
            slot.givenUp(text);
            wait = pace.apart();
        } finally {
            guard.unlock();
        }
    }

    private void later(Delivered.Later later) {
        later(later.after());
        LOG.log(System.Logger.Level.DEBUG, "The chat does not answer: {0}", later.why());
    }

    private void later(Optional<Duration> asked) {
        boolean tell;
        guard.lock();
        try {
            Duration doubled =
                    wait.compareTo(pace.again()) < 0 ? pace.again() : wait.multipliedBy(2);
            Duration own = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
            wait = asked.filter(it -> it.compareTo(own) > 0).orElse(own);
            long now = nanos.getAsLong();
            failingSince = failingSince.or(() -> Optional.of(now));
            tell = now - failingSince.get() >= pace.silent().toNanos();
        } finally {
            guard.unlock();
        }
        if (tell) {
            silent.run();
        }
    }

    /// What has not arrived stays kept and is told after the next start.
    @Override
    public void close() {
        guard.lock();
        try {
            closed = true;
            changes++;
            changed.signalAll();
        } finally {
            guard.unlock();
        }
    }
}
