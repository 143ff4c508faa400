package dev.blackstart.run;

import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An `ask` step: a person observes, and the answer is a finding.
final class AskFlow {
    private final Moment moment;
    private final Step.Ask step;

    AskFlow(Moment moment, Step.Ask step) {
        this.moment = moment;
        this.step = step;
    }

    List<Directive> next() {
        Optional<List<Directive>> decided = Decisions.obeyed(moment, step.id(), false);
        if (decided.isPresent()) {
            return decided.get();
        }
        Optional<List<Directive>> settledByWhen = Needed.orSettled(moment, step);
        if (settledByWhen.isPresent()) {
            return settledByWhen.get();
        }
        Optional<GateBook.Answer> answer =
                moment.state().gates().newest(step.id(), Gate.Kind.QUESTION);
        return answer.isPresent() ? take(answer.get()) : ask();
    }

    private List<Directive> take(GateBook.Answer answer) {
        Person by = answer.event().by();
        String choice = answer.event().choice();
        if (choice.equals(Decisions.STOP)) {
            return Settle.stop(by, "stopped by " + by + " at " + step.id());
        }
        if (choice.equals(Decisions.SKIP)) {
            return Settle.as(step.id(), StepOutcome.SKIPPED, List.of(by + " could not tell"));
        }
        if (moment.state().evidence().answer(step.finding()).isEmpty()) {
            return Settle.record(new RunEvent.Answered(step.id(), step.finding(), choice, by));
        }
        List<RunEvent> events = new ArrayList<>(Verdicts.of(moment));
        events.add(
                new RunEvent.StepSettled(
                        step.id(), StepOutcome.SUCCEEDED, List.of(by + " answered " + choice)));
        return List.of(new Directive.Record(events));
    }

    private List<Directive> ask() {
        List<Choice> choices = new ArrayList<>();
        step.answers().forEach(answer -> choices.add(Choice.of(answer, "")));
        choices.add(Choice.of(Decisions.SKIP, "I cannot tell; the finding stays unknown"));
        choices.add(Choice.of(Decisions.STOP, "stop the run here"));
        return Settle.open(
                new Gates(moment)
                        .plain(
                                Gate.Kind.QUESTION,
                                step.id(),
                                words(moment, step.question()),
                                step.heading().why().stream().toList(),
                                List.of(),
                                choices,
                                Decisions.STOP));
    }

    /// A text for people; one that cannot be rendered is shown as written with the reason.
    static String words(Moment moment, Text text) {
        Scope scope =
                new Scope(
                        moment.plan().parameters(),
                        moment.plan().inventory(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return switch (text.render(scope)) {
            case Rendered.Done done -> done.text();
            case Rendered.Refused refused -> text.source() + " (" + refused.reason() + ")";
        };
    }
}
