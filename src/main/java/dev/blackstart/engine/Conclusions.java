package dev.blackstart.engine;

import dev.blackstart.inventory.Host;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Step;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.HeadAndTail;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a completion of a check means as a fact.
final class Conclusions {
    private final Plan plan;

    Conclusions(Plan plan) {
        this.plan = plan;
    }

    Observation observation(Step.Check check, Host host, Completion completion) {
        return observation(check.findings(), host, completion);
    }

    /// @param measures what is taken from the command's result
    Observation observation(Map<FindingName, Measure> measures, Host host, Completion completion) {
        return switch (completion) {
            case Completion.Unreachable it -> new Observation.NoAnswer(it.reason(), it.by());
            case Completion.Lost it -> new Observation.NoAnswer("connection lost: " + it.reason());
            case Completion.Exited it ->
                    seen(
                            measures,
                            host,
                            OptionalInt.of(it.status()),
                            Optional.empty(),
                            false,
                            it.took(),
                            it.stdout(),
                            it.stderr(),
                            it.bootId());
            case Completion.Signalled it ->
                    seen(
                            measures,
                            host,
                            OptionalInt.empty(),
                            Optional.of(it.signal()),
                            false,
                            it.took(),
                            it.stdout(),
                            it.stderr(),
                            it.bootId());
            case Completion.DeadlinePassed it ->
                    seen(
                            measures,
                            host,
                            OptionalInt.empty(),
                            Optional.empty(),
                            true,
                            it.took(),
                            it.stdout(),
                            it.stderr(),
                            it.bootId());
        };
    }

    private Observation seen(
            Map<FindingName, Measure> measures,
            Host host,
            OptionalInt exit,
            Optional<String> signal,
            boolean timedOut,
            Duration took,
            Kept stdout,
            Kept stderr,
            Optional<String> bootId) {
        CheckResult result =
                new CheckResult(
                        host,
                        plan.parameters(),
                        exit,
                        stdout.text(),
                        stderr.text(),
                        cut(stdout, stderr),
                        took,
                        timedOut);
        Map<FindingName, Reading> findings = new LinkedHashMap<>();
        measures.forEach((name, measure) -> findings.put(name, measure.take(result)));
        return new Observation.Seen(exit, signal, timedOut, took, stdout, stderr, findings, bootId);
    }

    static Set<String> cut(Kept stdout, Kept stderr) {
        Set<String> cut = new HashSet<>();
        if (HeadAndTail.cut(stdout)) {
            cut.add("stdout");
        }
        if (HeadAndTail.cut(stderr)) {
            cut.add("stderr");
        }
        return cut;
    }

    RunEvent needs(Directive.CheckNeeds directive, Completion completion) {
        return switch (completion) {
            case Completion.Exited it when it.status() == 0 ->
                    needs(directive, it.stdout().text().lines().toList(), Optional.empty());
            case Completion.Exited it -> unasked(directive, "exit " + it.status());
            case Completion.Signalled it -> unasked(directive, "signal " + it.signal());
            case Completion.DeadlinePassed it -> unasked(directive, "no answer in time");
            case Completion.Lost it -> unasked(directive, it.reason());
            case Completion.Unreachable it -> unasked(directive, it.reason());
        };
    }

    private static RunEvent unasked(Directive.CheckNeeds directive, String reason) {
        return needs(directive, List.of(), Optional.of(reason));
    }

    private static RunEvent needs(
            Directive.CheckNeeds directive, List<String> missing, Optional<String> reason) {
        return new RunEvent.NeedsChecked(directive.step(), directive.host(), missing, reason);
    }
}
