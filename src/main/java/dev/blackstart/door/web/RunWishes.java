package dev.blackstart.door.web;

import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Caller;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Service;
import java.time.Duration;
import java.util.Optional;

/// What a form can ask of a run. Each says in one sentence what came of it; what is not done is a
/// `Refusal`.
record RunWishes(Service service, Caller caller) {
    /// The process that carries a run out looks twice a second.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    String answer(RunId run, GateId gate, Form form) {
        String choice = form.wanted("choice", "Nothing was chosen; the gate is still open.");
        Gates.Answer answer =
                new Gates.Answer(
                        run,
                        gate,
                        form.wanted("digest", "The form lacks the gate's digest."),
                        choice,
                        form.text("typed-" + choice),
                        form.text("note"));
        return switch (heard(answer)) {
            case Gates.Outcome.Counted it -> counted(answer, it.open());
            case Gates.Outcome.Withdrawn it -> it.sentence();
            case Gates.Outcome.NotCounted it ->
                    throw new Refusal(Refusal.Kind.CONFLICT, it.sentence());
            case Gates.Outcome.Pending it ->
                    "Your answer was given, but whoever carries the run out has not said yet whether it counts; the log shows it.";
        };
    }

    private String counted(Gates.Answer answer, boolean open) {
        GateView view = service.gates().one(answer.run(), answer.gate(), caller);
        if (view.gate().inspects(answer.choice())) {
            return "Your command is sent, and changes nothing in the run; the log shows what it prints.";
        }
        return open
                ? "Your answer counts; somebody else must answer, too."
                : "Your answer to gate %s counts.".formatted(answer.gate());
    }

    private Gates.Outcome heard(Gates.Answer answer) {
        try {
            return service.gates().answer(answer, caller, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Gates.Outcome.Pending();
        }
    }

    String abort(RunId run, Form form) {
        form.wanted("sure", "Tick the box to end the run; nothing was done.");
        service.runs().abort(run, form.text("reason"), caller);
        return "The run is being ended: nothing more is sent.";
    }

    String handOver(RunId run, Form form) {
        Person to = new Person(form.wanted("to", "Name who shall answer the gates."));
        service.runs().handOver(run, to, caller);
        return "The gates are offered to %s, who must accept.".formatted(to);
    }

    String takeOver(RunId run, Form form) {
        boolean accepted = form.wanted("accept", "Say yes or no.").equals("yes");
        service.runs().takeOver(run, accepted, caller);
        return accepted ? "You are taking the gates over." : "You have declined.";
    }

    String resume(RunId run, Form form) {
        service.runs().resume(run, form.secrets(), caller);
        return "The run goes on, and you answer its gates.";
    }

    String reconcile(RunId run, Form form) {
        service.runs().reconcile(run, form.secrets(), caller);
        return "What is unknown is being found out.";
    }

    String repay(RunId run, Form form) {
        Optional<String> step = Optional.of(form.text("step")).filter(it -> !it.isEmpty());
        service.runs().repay(run, step, form.secrets(), caller);
        return "What was lent is looked at; before anything is taken back, a gate asks.";
    }

    String review(RunId run, GateId gate, Form form) {
        String reason = form.wanted("reason", "Say what came of it.");
        service.reviews().close(run, gate, reason, caller);
        return "The review of gate %s is closed.".formatted(gate);
    }
}
