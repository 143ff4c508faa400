package dev.blackstart.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What people decided about one sending since it became unknown, or since the run was last taken
/// up, oldest first.
final class UnknownAnswers {
    private UnknownAnswers() {}

    static Stream<GateBook.Answer> about(Moment moment, ActionProgress progress) {
        ActionKey action = progress.intent().action();
        long since = Math.max(progress.endedSequence(), moment.state().takingUps().sequence());
        return moment.state().gates().answers().stream()
                .filter(answer -> answer.gate().kind() == Gate.Kind.DECISION)
                .filter(answer -> answer.gate().step().equals(action.step()))
                .filter(answer -> answer.gate().targets().equals(List.of(action.host())))
                .filter(answer -> answer.recorded().sequence() > since);
    }

    static Optional<GateBook.Answer> newest(Moment moment, ActionProgress progress) {
        return about(moment, progress).reduce((older, newer) -> newer);
    }
}
