package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads `ask` steps.
final class AskReader {
    private static final List<String> YES_OR_NO = List.of("yes", "no");
    private static final Set<String> RESERVED = Set.of("stop", "skip");

    private final Desk desk;

    AskReader(Desk desk) {
        this.desk = desk;
    }

    static ValueType type(Entries entries) {
        return Set.copyOf(answers(entries)).equals(Set.copyOf(YES_OR_NO))
                ? ValueType.BOOL
                : ValueType.STRING;
    }

    Optional<Step> read(StepNode step) {
        Entries entries = step.entries();
        checkAnswers(entries);
        var heading = new PartReader(desk).heading(step);
        var question = entries.scalar("question").flatMap(desk::words);
        var finding = entries.text("finding").filter(Names::allowed).map(FindingName::new);
        return heading.isEmpty() || question.isEmpty() || finding.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Step.Ask(
                                heading.get(), question.get(), answers(entries), finding.get()));
    }

    private void checkAnswers(Entries entries) {
        Set<String> seen = new HashSet<>();
        for (Node.Scalar answer : entries.scalars("answers")) {
            checkReserved(answer);
            if (!seen.add(answer.text())) {
                desk.problems()
                        .error(
                                answer.position(),
                                "duplicate-value",
                                "the answer `%s` stands here a second time; keep one of them"
                                        .formatted(answer.text()));
            }
        }
    }

    /// Every question can also be left open or end the run, by these words.
    private void checkReserved(Node.Scalar answer) {
        if (RESERVED.contains(answer.text())) {
            desk.problems()
                    .error(
                            answer.position(),
                            "reserved-name",
                            "`%s` is a choice of every question already; use another word"
                                    .formatted(answer.text()));
        }
    }

    private static List<String> answers(Entries entries) {
        List<String> given = entries.texts("answers");
        return given.isEmpty() ? YES_OR_NO : given.stream().distinct().toList();
    }
}
