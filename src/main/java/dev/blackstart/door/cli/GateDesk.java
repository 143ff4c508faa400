package dev.blackstart.door.cli;

import dev.blackstart.engine.JournalPause;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes open gates from the engine's thread and has them answered on a thread of its own: the
/// engine never waits for a person. An answer that comes after its gate has closed goes nowhere; a
/// gate that has closed never opens again.
final class GateDesk {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /// What a person is asked.
    private sealed interface Question {
        record OfGate(Gate gate) implements Question {}

        record OfJournal() implements Question {}

        /// Is the yes that was said to be taken back?
        record OfSecondThought(Gate gate) implements Question {}

        /// There will be none any more.
        record Last() implements Question {}
    }

    private final BlockingQueue<Question> waiting = new LinkedBlockingQueue<>();
    private final AtomicReference<Optional<JournalPause>> trouble =
            new AtomicReference<>(Optional.empty());
    private final AtomicBoolean journalAsked = new AtomicBoolean();
    private final AtomicReference<Optional<GateId>> open = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<GateId>> asking =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<@Nullable Gate> served = new AtomicReference<>();
    private final Answerer answerer;
    private final Consumer<OperatorCommand> submit;
    private final Screen screen;
    private final Feed feed;
    private final AtomicLong withdrawn = new AtomicLong();
    private final YetUnsent unsent;
    private Optional<Thread> thread = Optional.empty();

    /// @param feed is drawn to its end before a gate is shown
    GateDesk(Answerer answerer, Consumer<OperatorCommand> submit, Screen screen, Feed feed) {
        this.answerer = answerer;
        this.submit = submit;
        this.screen = screen;
        this.feed = feed;
        this.unsent = new YetUnsent(screen::cancel);
    }

    /// A gate that is being asked, or waits to be, is not asked twice.
    void opened(Gate gate) {
        open.set(Optional.of(gate.id()));
        if (!asking(gate) && waiting.stream().noneMatch(it -> isOf(it, gate))) {
            waiting.add(new Question.OfGate(gate));
        }
    }

    private static boolean isOf(Question question, Gate gate) {
        return question instanceof Question.OfGate it && it.gate().id().equals(gate.id());
    }

    /// The journal cannot be written: what is to be done about that is asked before anything else,
    /// and no answer at a gate counts meanwhile.
    void troubled(JournalPause pause) {
        trouble.set(Optional.of(pause));
        open.set(Optional.empty());
        unsent.is(Optional.empty());
        if (journalAsked.compareAndSet(false, true)) {
            asking.set(Optional.empty());
            screen.cancel();
            waiting.add(new Question.OfJournal());
        } else {
            screen.print(JournalPausePage.news(pause));
        }
    }

    /// It can be written again.
    ///
    /// @param gate the one that is open, if one is
    void untroubled(Optional<Gate> gate) {
        trouble.set(Optional.empty());
        gate.ifPresent(this::opened);
    }

    /// The yes under which nothing is sent yet: it may be taken back as long as it is the same.
    void unsent(Optional<Gate> gate) {
        if (unsent.is(gate)) {
            gate.map(Question.OfSecondThought::new).ifPresent(waiting::add);
        }
    }

    /// Somebody has said yes, and the gate stays open for others: whoever is being asked sees who
    /// it was, and what they have typed counts.
    void agreed(Gate gate) {
        if (asking(gate)) {
            screen.redraw();
        }
    }

    /// The engine did not take the last answer: says why, and asks again while the gate is open.
    void refused(String sentence) {
        feed.offer(() -> screen.news(sentence));
        Optional.ofNullable(served.get())
                .filter(this::isOpen)
                .ifPresent(gate -> waiting.add(new Question.OfGate(gate)));
    }

    /// Somebody else answers the gates from now on: what is asked here is taken back, and what was
    /// being said is not used.
    void withdraw() {
        if (open.getAndSet(Optional.empty()).isPresent()) {
            withdrawn.incrementAndGet();
            cancel();
        }
    }

    /// Whoever is asked for it need not answer any more.
    void closed(GateId gate) {
        open.updateAndGet(now -> now.filter(id -> !id.equals(gate)));
        cancel();
    }

    private void cancel() {
        asking.set(Optional.empty());
        feed.offer(screen::release);
        screen.cancel();
    }

    /// No gate will open any more; a terminal that can be called back is.
    void end() {
        open.set(Optional.empty());
        unsent.is(Optional.empty());
        waiting.add(new Question.Last());
        screen.finish();
        thread.ifPresent(Thread::interrupt);
        if (screen.live()) { // else the read goes on until the process ends
            thread.ifPresent(GateDesk::await);
        }
    }

    /// A daemon: a read from a terminal cannot be interrupted, and must not keep the process alive.
    void start() {
        thread = Optional.of(Thread.ofPlatform().daemon().name("gates").start(this::serve));
    }

    private static void await(Thread serving) {
        try {
            serving.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            Question next = waiting.take();
            while (!(next instanceof Question.Last)) {
                serve(next);
                next = waiting.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Question question) throws InterruptedException {
        switch (question) {
            case Question.OfGate it -> serve(it.gate());
            case Question.OfJournal it -> serveJournal();
            case Question.OfSecondThought it -> unsent.ask(it.gate(), answerer).ifPresent(submit);
            case Question.Last it -> {}
        }
    }

    private void serveJournal() {
        feed.settle();
        screen.hold();
        Optional<OperatorCommand> said;
        try {
            said = new JournalQuestion(screen, trouble::get).ask();
        } finally {
            screen.release();
            journalAsked.set(false);
        }
        said.ifPresent(submit);
    }

    private void serve(Gate gate) {
        if (!isOpen(gate)) {
            return;
        }
        long before = withdrawn.get();
        served.set(gate);
        Optional<OperatorCommand> command = asked(gate);
        if (withdrawn.get() != before) {
            unused(gate, command, " had changed hands");
            if (isOpen(gate) && waiting.stream().noneMatch(it -> isOf(it, gate))) {
                waiting.add(new Question.OfGate(gate));
            }
        } else if (isOpen(gate) || command.filter(it -> late(gate, it)).isPresent()) {
            command.ifPresent(submit);
        } else {
            unused(gate, command, " had closed");
        }
    }

    private void unused(Gate gate, Optional<OperatorCommand> command, String why) {
        if (command.isPresent() && !(command.get() instanceof OperatorCommand.Leave)) {
            screen.print("Gate " + gate.id() + why + " before that answer; it was not used.");
        }
    }

    /// A no to something that is not sent yet counts even after the yes of another.
    private static boolean late(Gate gate, OperatorCommand command) {
        return gate.choice(Gate.YES).isPresent()
                && command instanceof OperatorCommand.Answer answer
                && answer.choice().equals(gate.fallback());
    }

    /// A bug in asking is no answer: the run is left waiting rather than a gate left unasked.
    private Optional<OperatorCommand> asked(Gate gate) {
        try {
            return answered(gate);
        } catch (RuntimeException e) {
            return Optional.of(
                    new OperatorCommand.Leave(
                            "Blackstart met a bug in itself while it asked (" + e + ")"));
        }
    }

    private Optional<OperatorCommand> answered(Gate gate) {
        asking.set(Optional.of(gate.id()));
        feed.settle();
        screen.hold();
        try {
            return answerer.answerIfAsked(gate);
        } finally {
            asking.set(Optional.empty());
            screen.release();
        }
    }

    private boolean asking(Gate gate) {
        return asking.get().filter(gate.id()::equals).isPresent();
    }

    private boolean isOpen(Gate gate) {
        return open.get().filter(gate.id()::equals).isPresent();
    }
}
