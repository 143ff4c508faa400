package dev.blackstart.service;

import dev.blackstart.engine.NotCounted;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.policy.Authority;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.GateRules;
import dev.blackstart.run.LateNo;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Risk;
import dev.blackstart.view.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Shows gates and takes answers to them. An answer travels through the journal to whoever carries
/// the run out, where the gate's own rules say whether it counts.
public final class Gates {
    /// An answer that is not counted by then does not count.
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private final Runs runs;
    private final Records records;
    private final RunIndex index;
    private final Feeds feeds;
    private final Register register;

    Gates(Runs runs, Records records, RunIndex index, Feeds feeds, Register register) {
        this.register = register;
        this.runs = runs;
        this.records = records;
        this.index = index;
        this.feeds = feeds;
    }

    /// An answer as somebody gives it.
    ///
    /// @param digest of the gate as they saw it
    /// @param choice the key of one of its choices
    /// @param typed what is typed in full besides
    /// @param note a reason, may be empty
    public record Answer(
            RunId run, GateId gate, String digest, String choice, String typed, String note) {}

    /// What became of an answer.
    public sealed interface Outcome {
        /// @param open the gate waits for somebody else's yes, too
        record Counted(Instant at, boolean open) implements Outcome {}

        /// A no that came after the yes: what was still to be sent is not sent, and the run asks
        /// anew whether it is to be.
        ///
        /// @param reason such as `denied by bo; step not sent`
        record Withdrawn(Instant at, String reason) implements Outcome {
            public String sentence() {
                return "Your no counts: %s. The run asks again where the step is still needed; end it where it shall not go on."
                        .formatted(reason);
            }
        }

        /// @param sentence why not
        record NotCounted(String sentence) implements Outcome {}

        /// Whoever carries the run out has not said yet.
        record Pending() implements Outcome {}
    }

    /// The open gates of all runs that the caller sees, newest run first.
    public List<GateView> waiting(Caller caller) {
        caller.must(Scope.VIEW);
        return index.all().stream()
                .filter(run -> run.gate().isPresent() && run.open())
                .filter(run -> caller.grant().reaches(run.runbook()))
                .flatMap(run -> open(runs.one(run.run(), caller)).stream())
                .toList();
    }

    public Optional<GateView> open(Snapshot snapshot) {
        return snapshot.state().gates().open().map(gate -> view(snapshot, gate));
    }

    /// @throws Refusal `NOT_FOUND` when the run has no such gate
    public GateView one(RunId run, GateId id, Caller caller) {
        Snapshot snapshot = runs.one(run, caller);
        return view(snapshot, gate(snapshot, id));
    }

    private static Gate gate(Snapshot snapshot, GateId id) {
        return snapshot.state()
                .gates()
                .gate(id)
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "Run %s has no gate %s.".formatted(snapshot.run(), id)));
    }

    private GateView view(Snapshot snapshot, Gate gate) {
        RunState state = snapshot.state();
        Plan plan = records.plan(snapshot);
        Instant opened = snapshot.openedAt(gate.id()).orElse(snapshot.at());
        return new GateView(
                snapshot.run(),
                snapshot.runbook(),
                gate,
                opened,
                state.gates().open().filter(it -> it.id().equals(gate.id())).isPresent(),
                List.copyOf(state.gates().yesSayers(gate.id())),
                state.wheel().holder(),
                vouched(snapshot, gate, plan),
                Picture.of(plan, state, opened));
    }

    private boolean vouched(Snapshot snapshot, Gate gate, Plan plan) {
        return register.has(snapshot.run())
                && plan.site().inForce()
                && Authority.approval(gate, Gate.YES);
    }

    /// Gives an answer and waits so long for what becomes of it.
    public Outcome answer(Answer answer, Caller caller, Duration patience)
            throws InterruptedException {
        caller.must(Scope.APPROVE);
        Snapshot snapshot = runs.one(answer.run(), caller);
        Gate gate = gate(snapshot, answer.gate());
        Optional<Outcome> before =
                gate.inspects(answer.choice())
                        ? Optional.empty() // the same look again is another look
                        : said(snapshot.events(), answer, caller.person(), snapshot);
        if (before.isPresent()) {
            return before.get();
        }
        refuse(snapshot, gate, answer, caller);
        long seen = snapshot.state().sequence();
        give(answer, caller, snapshot);
        return heard(answer, caller.person(), seen, patience);
    }

    /// Hands on an answer that somebody signed elsewhere: the signature says whose it is, whoever
    /// brings it, and the process that carries the run out checks it.
    public Outcome submit(
            Answer answer, Person signer, Attestation signed, Caller caller, Duration patience)
            throws InterruptedException {
        caller.must(Scope.APPROVE);
        Snapshot snapshot = runs.one(answer.run(), caller);
        gate(snapshot, answer.gate());
        List<Recorded> same =
                snapshot.events().stream().filter(it -> carries(it, answer, signed)).toList();
        Optional<Outcome> before = said(same, answer, signer, snapshot);
        if (before.isPresent()) {
            return before.get();
        }
        refuseIdle(snapshot, answer, signer);
        records.request(answer.run(), Posted.of(command(answer, signer, signed)).orElseThrow());
        return heard(answer, signer, snapshot.state().sequence(), patience);
    }

    /// Was this very signature counted? Another one, of the same person or not, is for the process
    /// that carries the run out to judge.
    private static boolean carries(Recorded recorded, Answer answer, Attestation signed) {
        return recorded.event() instanceof RunEvent.GateAnswered it
                && it.note().equals(answer.note())
                && it.attested()
                        .filter(by -> by.signature().equals(signed.signature()))
                        .isPresent();
    }

    private static OperatorCommand.Answer command(Answer answer, Person by, Attestation attested) {
        return new OperatorCommand.Answer(
                answer.gate(),
                answer.digest(),
                answer.choice(),
                answer.typed(),
                answer.note(),
                by,
                Optional.of(attested));
    }

    /// Only the process that received an answer vouches for who gave it; to another one it is a
    /// name like any other.
    private void give(Answer answer, Caller caller, Snapshot snapshot) {
        boolean here = register.has(answer.run());
        OperatorCommand.Answer command =
                new OperatorCommand.Answer(
                        answer.gate(),
                        answer.digest(),
                        answer.choice(),
                        answer.typed(),
                        answer.note(),
                        caller.person(),
                        here
                                ? Optional.of(caller.attestation(snapshot.at().plus(GOOD_FOR)))
                                : Optional.empty());
        if (here) {
            register.submit(answer.run(), command);
        } else {
            records.request(answer.run(), Posted.of(command).orElseThrow());
        }
    }

    private static void refuse(Snapshot snapshot, Gate gate, Answer answer, Caller caller) {
        boolean high = gate.risk().filter(risk -> !caller.grant().covers(risk)).isPresent();
        if (high && gate.yes(answer.choice())) {
            throw new Refusal(
                    Refusal.Kind.NOT_ALLOWED,
                    "%s may say yes up to the risk %s, and this is %s."
                            .formatted(
                                    caller.credential(),
                                    caller.grant().risk().word(),
                                    gate.risk().map(Risk::word).orElse("")));
        }
        refuseIdle(snapshot, answer, caller.person());
    }

    private static void refuseIdle(Snapshot snapshot, Answer answer, Person by) {
        if (snapshot.state().closed().isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, over(snapshot, answer.gate(), by));
        }
        if (!snapshot.carried()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "Nobody carries run %s out, so no answer counts; resume it first."
                            .formatted(snapshot.run()));
        }
    }

    private static String over(Snapshot snapshot, GateId gate, Person by) {
        String ended =
                GateRules.answered(snapshot.state(), gate, by, snapshot.at())
                        .orElse("Gate %s is not open any more".formatted(gate));
        return "%s; run %s is closed, and nothing was changed by this answer."
                .formatted(ended, snapshot.run());
    }

    private Outcome heard(Answer answer, Person by, long seen, Duration patience)
            throws InterruptedException {
        Feed feed = feeds.follow(answer.run(), seen);
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            List<Recorded> news = feed.next(Duration.ofNanos(until - System.nanoTime()));
            Optional<Outcome> said =
                    said(news, answer, by, records.of(answer.run()))
                            .or(() -> refused(news, by))
                            .or(() -> closed(news, answer, by));
            if (said.isPresent()) {
                return said.get();
            }
        }
        return new Outcome.Pending();
    }

    /// The run closed before the answer was heard, so nobody says anything to it any more.
    private Optional<Outcome> closed(List<Recorded> news, Answer answer, Person by) {
        return news.stream().anyMatch(it -> it.event() instanceof RunEvent.Closed)
                ? Optional.of(
                        new Outcome.NotCounted(over(records.of(answer.run()), answer.gate(), by)))
                : Optional.empty();
    }

    /// The same answer given twice counts once, and hears the same.
    private static Optional<Outcome> said(
            List<Recorded> events, Answer answer, Person by, Snapshot now) {
        return events.stream().flatMap(it -> said(it, answer, by, now).stream()).findFirst();
    }

    private static Optional<Outcome> said(
            Recorded recorded, Answer answer, Person by, Snapshot now) {
        if (recorded.event() instanceof RunEvent.GateAnswered it
                && it.gate().equals(answer.gate())
                && it.by().equals(by)
                && it.choice().equals(answer.choice())
                && it.digest().equals(answer.digest())
                && it.typed().equals(answer.typed())) {
            boolean open =
                    now.state()
                            .gates()
                            .open()
                            .filter(gate -> gate.id().equals(answer.gate()))
                            .isPresent();
            return Optional.of(new Outcome.Counted(recorded.at(), open));
        }
        if (recorded.event() instanceof RunEvent.GateVoided it
                && it.gate().equals(answer.gate())
                && LateNo.by(by, it)
                && fallback(now, answer)) {
            return Optional.of(new Outcome.Withdrawn(recorded.at(), it.reason()));
        }
        return Optional.empty();
    }

    private static boolean fallback(Snapshot now, Answer answer) {
        return now.state()
                .gates()
                .gate(answer.gate())
                .filter(gate -> gate.fallback().equals(answer.choice()))
                .filter(gate -> gate.digest().equals(answer.digest()))
                .isPresent();
    }

    private static Optional<Outcome> refused(List<Recorded> news, Person by) {
        return news.stream()
                .filter(it ->
                        it.event() instanceof RunEvent.Noted noted
                                && NotCounted.answeredBy(by, noted))
                .map(it -> (Outcome) new Outcome.NotCounted(((RunEvent.Noted) it.event()).text()))
                .findFirst();
    }
}
