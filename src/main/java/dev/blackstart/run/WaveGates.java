package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gates at which a step in waves asks how to go on before its next wave.
final class WaveGates {
    private static final int MOST_QUOTED = 200;

    private final Moment moment;
    private final Step.Acting step;

    WaveGates(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// Is it about hosts that went down by themselves?
    static boolean aboutReboots(Gate gate) {
        return gate.choice(Decisions.REST).isPresent() && gate.choice(Decisions.RETRY).isEmpty();
    }

    /// So many failed that nothing more is sent.
    List<Directive> stopped(List<HostName> failures) {
        Headcount count = Headcount.of(moment, step);
        List<String> why = groups(count);
        if (looking()) {
            failures.forEach(host -> said(host, why));
        }
        why.add("not started: " + Words.hosts(count.notStarted()));
        return menu(FailureMenu.Cause.FAILED, failures)
                .open(
                        "%s: stopped at %d %s · %s. How shall the run go on?"
                                .formatted(
                                        step.heading().title(),
                                        failures.size(),
                                        failures.size() == 1 ? "failure" : "failures",
                                        count.shown()),
                        why,
                        List.of(
                                Choice.of(
                                        Decisions.LOOK,
                                        "show what the hosts said; changes nothing"),
                                Choice.of(
                                        Decisions.REST,
                                        "go on with the hosts that are not started"),
                                Choice.of(
                                        Decisions.RETRY,
                                        "ask for approval to send it again where it did not succeed")),
                        Decisions.LOOK);
    }

    /// Equal failures together, the rarest first: the odd one tells most.
    private static List<String> groups(Headcount count) {
        Map<String, List<HostName>> byReason = new LinkedHashMap<>();
        count.reasons()
                .forEach((host, reason) ->
                        byReason.computeIfAbsent(reason, any -> new ArrayList<>()).add(host));
        List<String> lines = new ArrayList<>();
        byReason.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> group.getValue().size()))
                .forEach(group -> lines.add(Words.hosts(group.getValue()) + ": " + group.getKey()));
        return lines;
    }

    private boolean looking() {
        return moment.decision(step.id())
                .filter(answer -> answer.event().choice().equals(Decisions.LOOK))
                .isPresent();
    }

    private void said(HostName host, List<String> why) {
        moment.state()
                .actions()
                .newest(step.id(), host, Purpose.ACT)
                .ifPresent(progress -> {
                    said(host + " said: ", progress.stdout(), why);
                    said(host + " said on stderr: ", progress.stderr(), why);
                });
    }

    private static void said(String who, Kept kept, List<String> why) {
        if (!kept.text().isBlank()) {
            why.add(who + end(kept));
        }
    }

    private static String end(Kept kept) {
        String text = kept.text().strip();
        return text.length() <= MOST_QUOTED
                ? text
                : "…" + text.substring(text.length() - MOST_QUOTED);
    }

    private FailureMenu menu(FailureMenu.Cause cause, List<HostName> hosts) {
        return new FailureMenu(moment, step, cause, hosts);
    }

    /// The proof of a wave did not come.
    ///
    /// @param menu about the hosts it did not come of
    List<Directive> unproven(RunEvent.WaveProven proof, FailureMenu menu) {
        return menu.open(
                "%s: wave %d was carried out, and its proof did not come · %s. How shall the run go on?"
                        .formatted(
                                step.heading().title(),
                                proof.number(),
                                Headcount.of(moment, step).shown()),
                proof.reasons(),
                List.of(
                        Choice.of(Decisions.AGAIN, "wait for the proof once more"),
                        Choice.of(
                                Decisions.REST,
                                "go on with the next wave although this one is not proven"),
                        Choice.of(Decisions.RETRY, "ask for approval to send it again")),
                Decisions.STOP);
    }

    /// More than one host went down by itself while a wave was at work.
    List<Directive> rebooted(List<HostName> hosts) {
        return menu(FailureMenu.Cause.REBOOTED, hosts)
                .open(
                        "%s: %d %s rebooted and nobody had asked for it · %s. How shall the run go on?"
                                .formatted(
                                        step.heading().title(),
                                        hosts.size(),
                                        hosts.size() == 1 ? "host" : "hosts",
                                        Headcount.of(moment, step).shown()),
                        List.of(
                                "rebooted since the wave went out: " + Words.hosts(hosts),
                                "not known: whether the step does it, and what it did there before"),
                        List.of(Choice.of(Decisions.REST, "go on with the next wave all the same")),
                        Decisions.STOP);
    }

    /// Nothing of a wave can be sent without taking a majority away.
    ///
    /// @param dead hosts of the wave that are not live
    List<Directive> noMajority(List<HostName> wave, List<QuorumCount> counts, List<HostName> dead) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of(Decisions.RECHECK, "count the live members again"));
        if (!dead.isEmpty()) {
            choices.add(
                    Choice.of(
                            Decisions.NOT_LIVE,
                            "send it to %s, not shown to be live; no other"
                                    .formatted(Words.hosts(dead))));
        }
        choices.add(Decisions.SKIPPING);
        choices.add(Decisions.STOPPING);
        return open(
                "%s: sending it to %s would leave no majority · %s. How shall the run go on?"
                        .formatted(
                                step.heading().title(),
                                Words.hosts(wave),
                                Headcount.of(moment, step).shown()),
                counts.stream().map(QuorumCount::shown).toList(),
                choices);
    }

    private List<Directive> open(String headline, List<String> why, List<Choice> choices) {
        return Settle.open(
                new Gates(moment)
                        .plain(
                                Gate.Kind.DECISION,
                                step.id(),
                                headline,
                                why,
                                List.of(),
                                choices,
                                Decisions.STOP));
    }
}
