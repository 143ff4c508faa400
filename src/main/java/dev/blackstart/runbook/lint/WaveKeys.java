package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;

/// Keys for waves that come too late, or can never be satisfied between two of them.
final class WaveKeys implements Rule {
    @Override
    public String id() {
        return "waves";
    }

    @Override
    public String says() {
        return "A key about waves has no effect in its step, or its `verify` asks hosts that are not sent to yet.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : subject.runbook().steps()) {
            if (step instanceof Step.Acting acting) {
                check(acting, problems);
            }
        }
        return problems;
    }

    private void check(Step.Acting step, List<Problem> problems) {
        Spread spread = step.execution().spread();
        if (spread.stopAfterFailures().isPresent() && !spread.inWaves()) {
            warn(
                    step,
                    "`stop_after_failures` of `%s` comes too late: all hosts are sent to at once; add `batch`",
                    problems);
        }
        if (spread.quorumLoss().isPresent() && spread.keepQuorum()) {
            warn(
                    step,
                    "`%s` keeps its quorum, so `quorum_loss` says nothing; leave one of them out",
                    problems);
        }
        boolean overAll =
                step.execution().verify().filter(verify -> !verify.that().perHost()).isPresent();
        if (spread.inWaves() && overAll) {
            warn(
                    step,
                    "between the waves of `%s` its `verify` also asks hosts that are not sent to yet; name the host with `host.FINDING`, or make sure that it holds after every wave",
                    problems);
        }
    }

    private void warn(Step step, String message, List<Problem> problems) {
        problems.add(
                Problem.warning(step.heading().position(), id(), message.formatted(step.id())));
    }
}
