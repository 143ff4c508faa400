package dev.blackstart.proof.simulation;

import dev.blackstart.run.Outcome;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Expects;
import java.util.List;
import java.util.Optional;

/// Holds what the journal says against what is true on the hosts.
final class Truths {
    private Truths() {}

    static void check(World world, Sending sending, RunEvent.Resolved resolved) {
        if (resolved.by() == Resolver.RECEIPT) {
            check(world, sending, resolved.outcome());
        } else if (resolved.by() == Resolver.PROBE) {
            effect(world, sending, resolved.outcome());
        }
    }

    /// A probe that shows the effect of a sending shows that it was started.
    private static void effect(World world, Sending sending, Outcome said) {
        String host = sending.event().action().host().value();
        Optional<SimHost.Carried> truth = world.host(host).carried(sending.event().nonce());
        boolean reboots =
                world.scenario(sending.run())
                        .acting(sending.event().action().step())
                        .execution()
                        .expects()
                        .filter(Expects::reboot)
                        .isPresent();
        boolean stayed =
                reboots && truth.filter(it -> it.boot.equals(world.host(host).boot())).isPresent();
        // what was wanted is there, whoever did it: that the host was rebooted, or, where it keeps
        // no receipts, what another installation did
        boolean nothing = truth.isEmpty() && !reboots && !world.oracle().elsewhere(host, sending);
        if (said instanceof Outcome.Succeeded && (nothing || stayed)) {
            throw new Violation(
                    Invariant.HONEST_OUTCOME,
                    sending.event().action() + " is said to have succeeded, and did not");
        }
    }

    static void check(World world, Sending sending, Outcome said) {
        Optional<SimHost.Carried> truth =
                world.host(sending.event().action().host().value())
                        .carried(sending.event().nonce());
        Optional<Integer> exit = truth.flatMap(it -> it.exit);
        boolean honest =
                switch (said) {
                    case Outcome.Succeeded it -> exit.filter(status -> status == 0).isPresent();
                    case Outcome.Failed it ->
                            exit.filter(status -> failed(status, it.how())).isPresent();
                    case Outcome.TimedOut it -> truth.filter(one -> one.timedOut).isPresent();
                    case Outcome.Unreachable it -> truth.isEmpty();
                    case Outcome.Unknown it -> true;
                    case Outcome.Rehearsed it -> false;
                };
        if (!honest) {
            throw new Violation(
                    Invariant.HONEST_OUTCOME,
                    "%s is said to have %s; on the host it %s"
                            .formatted(
                                    sending.event().action(),
                                    said,
                                    truth.isEmpty()
                                            ? "never started"
                                            : exit.map(status -> "ended with " + status)
                                                    .orElse("did not end")));
        }
    }

    private static boolean failed(int status, String how) {
        return status == SimFiles.REFUSED && how.startsWith("/etc")
                || (how + " ").startsWith("exit " + status + " ");
    }

    /// A run whose end is good knows how everything ended.
    static void check(List<Sending> sendings, RunEvent.Closed closed) {
        boolean good =
                closed.verdict() == Verdict.RECOVERED
                        || closed.verdict() == Verdict.RECOVERED_WITH_LOANS
                        || closed.verdict() == Verdict.NOT_NEEDED;
        Optional<Sending> unknown =
                sendings.stream().filter(it -> it.outcome().isEmpty()).findFirst();
        if (good && unknown.isPresent()) {
            throw new Violation(
                    Invariant.HONEST_OUTCOME,
                    "closed as %s, and nobody knows how %s ended"
                            .formatted(closed.verdict(), unknown.get().event().action()));
        }
        if (closed.verdict() != Verdict.WITH_UNKNOWNS && unknown.isPresent()) {
            throw new Violation(
                    Invariant.HONEST_OUTCOME,
                    "closed as %s with %s unknown"
                            .formatted(closed.verdict(), unknown.get().event().action()));
        }
    }
}
