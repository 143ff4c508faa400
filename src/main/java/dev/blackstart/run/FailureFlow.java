package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.OnFailure;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Verify;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What follows when an action did not succeed: what the runbook's `on_failure` says, or the menu
/// and what a person chose there.
final class FailureFlow {
    /// Who stops a run by a rule of its runbook.
    static final Person RULE = new Person("on_failure");

    private final Moment moment;
    private final Step.Acting step;

    FailureFlow(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// What the newest answer still leads to; empty when it was another, or is carried out.
    Optional<List<Directive>> obeyed() {
        Optional<GateBook.Answer> newest = moment.decision(step.id());
        return newest.flatMap(answer ->
                switch (answer.event().choice()) {
                    case FailureMenu.SKIP_HOST, FailureMenu.EXCLUDE_HOST -> leave(answer);
                    case FailureMenu.AMEND -> amend(answer);
                    default -> Optional.empty();
                });
    }

    private Optional<List<Directive>> leave(GateBook.Answer answer) {
        if (moment.state().departures().carriedOut(answer.gate().id())) {
            return Optional.empty();
        }
        Person by = answer.event().by();
        boolean wholly = answer.event().choice().equals(FailureMenu.EXCLUDE_HOST);
        List<RunEvent> events = new ArrayList<>();
        for (HostName host : Particulars.of(answer).hosts()) {
            String reason = "chosen by " + by;
            events.add(
                    wholly
                            ? excluded(host, Optional.of(answer.gate().id()), by, reason)
                            : skipped(host, Optional.of(answer.gate().id()), by, reason));
        }
        return Optional.of(List.of(new Directive.Record(events)));
    }

    private RunEvent skipped(HostName host, Optional<GateId> gate, Person by, String reason) {
        return new RunEvent.HostSkipped(step.id(), host, gate, person(by), reason);
    }

    private RunEvent excluded(HostName host, Optional<GateId> gate, Person by, String reason) {
        return new RunEvent.HostExcluded(host, step.id(), gate, person(by), reason);
    }

    private static Optional<Person> person(Person by) {
        return Optional.of(by).filter(it -> !it.equals(RULE));
    }

    private Optional<List<Directive>> amend(GateBook.Answer answer) {
        if (moment.state().amendments().carriedOut(answer.gate().id())) {
            return Optional.empty();
        }
        Particulars said = Particulars.of(answer);
        HostName host = said.hosts().getFirst();
        String before =
                answer.gate().commands().stream()
                        .filter(command -> command.host().equals(host))
                        .map(Prepared::text)
                        .findFirst()
                        .orElse("");
        return Optional.of(
                Settle.record(
                        new RunEvent.Amended(
                                answer.gate().id(),
                                new NextAttempt(moment, step).key(host),
                                before,
                                said.text(),
                                answer.event().by())));
    }

    /// @param failures hosts on which a sending did not succeed, with the reason
    List<Directive> failed(Map<HostName, String> failures) {
        List<String> why = new ArrayList<>();
        failures.forEach((host, reason) -> why.add(host + ": " + reason));
        PutAside.wayOn(moment.state(), failures).ifPresent(why::add);
        return byRule(failures)
                .orElseGet(() ->
                        new FailureMenu(
                                        moment,
                                        step,
                                        FailureMenu.Cause.FAILED,
                                        List.copyOf(failures.keySet()))
                                .open(
                                        step.heading().title()
                                                + " did not succeed everywhere. How shall the run"
                                                + " go on?",
                                        why));
    }

    /// @param done hosts on which it was carried out
    List<Directive> unproven(Verify verify, List<HostName> done, List<String> reasons) {
        return unprovenByRule(verify, done)
                .orElseGet(() ->
                        unprovenMenu(verify, done)
                                .open(
                                        step.heading().title()
                                                + " was carried out, and its proof did not come.",
                                        reasons));
    }

    /// About the hosts that lack a proof of their own, or about all where it is one of the whole.
    FailureMenu unprovenMenu(Verify verify, List<HostName> done) {
        List<HostName> without = lacking(verify, done);
        return without.isEmpty()
                ? new FailureMenu(moment, step, FailureMenu.Cause.UNPROVEN_AS_A_WHOLE, done)
                : new FailureMenu(moment, step, FailureMenu.Cause.UNPROVEN, without);
    }

    /// What the runbook says where a proof did not come; empty when that is to be asked.
    ///
    /// @param done hosts on which it was carried out
    Optional<List<Directive>> unprovenByRule(Verify verify, List<HostName> done) {
        List<HostName> without = lacking(verify, done);
        boolean decided = !without.isEmpty() || step.execution().onFailure() == OnFailure.ABORT;
        return decided ? byRule(proofless(without.isEmpty() ? done : without)) : Optional.empty();
    }

    /// Hosts without a proof of their own; none where the proof is one of the whole.
    private List<HostName> lacking(Verify verify, List<HostName> done) {
        return done.stream()
                .filter(host -> verify.that().perHost())
                .filter(host ->
                        moment.facts().ask(verify.that(), Optional.of(host)).truth() != Truth.TRUE)
                .toList();
    }

    private static Map<HostName, String> proofless(List<HostName> hosts) {
        Map<HostName, String> proofless = new LinkedHashMap<>();
        hosts.forEach(host -> proofless.put(host, "its proof did not come"));
        return proofless;
    }

    /// What the runbook says about failures; empty when that is to be asked.
    Optional<List<Directive>> byRule(Map<HostName, String> failures) {
        OnFailure rule = step.execution().onFailure();
        List<RunEvent> events = new ArrayList<>();
        String named = "`on_failure: " + rule.word() + "`: ";
        switch (rule) {
            case ASK, UNDO -> {
                return Optional.empty();
            }
            case SKIP_HOST ->
                    failures.forEach((host, why) ->
                            events.add(skipped(host, Optional.empty(), RULE, named + why)));
            case EXCLUDE_HOST ->
                    failures.forEach((host, why) ->
                            events.add(excluded(host, Optional.empty(), RULE, named + why)));
            case ABORT -> events.add(new RunEvent.StopRequested(RULE, aborted(failures)));
        }
        return Optional.of(List.of(new Directive.Record(events)));
    }

    private String aborted(Map<HostName, String> failures) {
        List<String> why = new ArrayList<>();
        failures.forEach((host, reason) -> why.add(host + ": " + reason));
        return "`on_failure: abort` of %s: %s".formatted(step.id(), String.join("; ", why));
    }

    /// The hosts the step goes on without, one sentence each.
    static List<String> without(Moment moment, Step.Acting step) {
        Departures departures = moment.state().departures();
        List<String> sentences = new ArrayList<>();
        departures.skipped().stream()
                .filter(event -> event.step().equals(step.id()))
                .forEach(event ->
                        sentences.add("without " + event.host() + " (" + event.reason() + ")"));
        departures.excluded().values().stream()
                .filter(event -> event.step().equals(step.id()))
                .forEach(event ->
                        sentences.add(
                                "without " + event.host() + ", excluded (" + event.reason() + ")"));
        return sentences;
    }
}
