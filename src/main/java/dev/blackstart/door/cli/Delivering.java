package dev.blackstart.door.cli;

import dev.blackstart.engine.NotCounted;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.policy.Member;
import dev.blackstart.policy.SignedStatement;
import dev.blackstart.policy.Statement;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.LateNo;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Json;
import java.util.Optional;

/// Hands a signed answer to the process that carries the run out, and says what came of it.
record Delivering(Surroundings surroundings, Archive archive, SharedOptions shared) {
    /// @return the exit code
    int deliver(SignedStatement signed, Member member) {
        Statement said = signed.statement();
        Optional<Recorded> before = before(signed);
        if (before.isPresent()) {
            return done(
                            said,
                            "This very answer of %s to gate %s has counted already, at %s."
                                    .formatted(said.by(), said.gate(), before.get().at()))
                    .orElseThrow();
        }
        OperatorCommand.Answer answer =
                new OperatorCommand.Answer(
                        said.gate(),
                        said.digest(),
                        said.choice(),
                        said.typed(),
                        said.note(),
                        said.by(),
                        Optional.of(
                                Attestation.signed(
                                        member.principal(), said.until(), signed.signature())));
        Optional<Integer> code =
                new Hearing(archive, said.run())
                        .after(Posted.of(answer).orElseThrow(), event -> heard(event, said));
        if (code.isEmpty()) {
            say(
                    said,
                    "pending",
                    "The process that carries the run out has not answered yet; blackstart report shows what became of it.");
        }
        return code.orElse(ExitCode.WAITING.number());
    }

    /// The same text with the same signature, recorded: whoever lost the reply asks again.
    private Optional<Recorded> before(SignedStatement signed) {
        return archive.events(signed.statement().run()).stream()
                .filter(it ->
                        it.event() instanceof RunEvent.GateAnswered answered && signed.is(answered))
                .findFirst();
    }

    private Optional<Integer> heard(RunEvent event, Statement said) {
        if (event instanceof RunEvent.GateAnswered it
                && it.gate().equals(said.gate())
                && it.by().equals(said.by())
                && it.attested().isPresent()) {
            return done(
                    said,
                    "Counted: `%s` of %s to gate %s, key %s.%s"
                            .formatted(
                                    it.choice(),
                                    it.by(),
                                    it.gate(),
                                    it.attested().get().fingerprint(),
                                    missing(said)));
        }
        if (event instanceof RunEvent.GateVoided it
                && it.gate().equals(said.gate())
                && LateNo.by(said.by(), it)) {
            return done(said, "Counted: gate %s was %s.".formatted(it.gate(), it.reason()));
        }
        if (event instanceof RunEvent.Noted it && NotCounted.answeredBy(said.by(), it)) {
            say(said, "not_counted", Escaped.line(it.text()));
            return Optional.of(ExitCode.NOT_ALLOWED.number());
        }
        return Optional.empty();
    }

    /// How many people are still to say yes.
    private String missing(Statement said) {
        RunState state = RunState.fold(archive.events(said.run()));
        return state.gates()
                .open()
                .filter(gate -> gate.id().equals(said.gate()))
                .map(gate ->
                        " %d of %d people have said yes; the gate stays open."
                                .formatted(
                                        state.gates().yesSayers(gate.id()).size(), gate.people()))
                .orElse("");
    }

    private Optional<Integer> done(Statement said, String sentence) {
        say(said, "counted", Escaped.line(sentence));
        return Optional.of(ExitCode.DONE.number());
    }

    /// @param outcome `counted`, `not_counted` or `pending`
    private void say(Statement said, String outcome, String sentence) {
        if (!shared.json()) {
            surroundings.say(surroundings.words(), sentence);
            return;
        }
        Json json =
                Json.object()
                        .with("run", said.run().value())
                        .with("gate", said.gate().toString())
                        .with("digest", said.digest())
                        .with("choice", said.choice())
                        .with("person", said.person())
                        .with("outcome", outcome)
                        .with("said", sentence);
        surroundings.streams().out().println(json.shown());
    }
}
