package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.SentTexts;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The `needs` of a whole runbook: each becomes a need of the steps whose commands and scripts name
/// it, so that nobody is asked for what is never used there.
record SharedNeeds(List<Node.Scalar> needs, Problems problems) {
    static SharedNeeds of(Entries runbook, Problems problems) {
        return new SharedNeeds(runbook.scalars("needs"), problems);
    }

    List<Step> over(List<Step> steps) {
        List<Step> all = steps.stream().map(this::over).toList();
        for (Node.Scalar need : needs) {
            if (all.stream().noneMatch(step -> named(need, SentTexts.of(step)))) {
                problems.warn(
                        need.position(),
                        "unused-need",
                        "no command or script of this runbook names `%s`; leave it out, or name it in `needs` of the step that uses it"
                                .formatted(need.text()));
            }
        }
        return all;
    }

    private Step over(Step step) {
        return switch (step) {
            case Step.Check it ->
                    new Step.Check(
                            it.heading(),
                            with(it.targets(), it),
                            it.command(),
                            it.findings(),
                            it.admissible(),
                            it.witnesses(),
                            it.freshFor());
            case Step.Action it ->
                    new Step.Action(it.heading(), with(it.targets(), it), it.execution());
            case Step.Snapshot it ->
                    new Step.Snapshot(
                            it.heading(),
                            with(it.targets(), it),
                            it.execution(),
                            it.valid(),
                            it.fetch());
            case Step.Derive it -> it;
            case Step.Ask it -> it;
            case Step.Wait it -> it;
            case Step.Manual it -> it;
            case Step.Call it -> it;
        };
    }

    private Targets with(Targets targets, Step step) {
        List<String> texts = SentTexts.of(step);
        List<String> all = new ArrayList<>(targets.needs());
        needs.stream()
                .filter(need -> named(need, texts))
                .map(Node.Scalar::text)
                .filter(need -> !all.contains(need))
                .forEach(all::add);
        return new Targets(targets.on(), targets.where(), targets.limit(), targets.timeout(), all);
    }

    /// Is it, or one of its alternatives, a word of a text?
    private static boolean named(Node.Scalar need, List<String> texts) {
        for (String one : need.text().split("\\|")) {
            Pattern word = Pattern.compile("(?<![\\w.-])" + Pattern.quote(one) + "(?![\\w-])");
            if (texts.stream().anyMatch(text -> word.matcher(text).find())) {
                return true;
            }
        }
        return false;
    }
}
