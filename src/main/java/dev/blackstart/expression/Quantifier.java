package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `hosts.exists(h, …)` and `hosts.all(h, …)` over the hosts that were asked everything inside and
/// may testify on all of it.
record Quantifier(Moment moment, Input.Quantified input) {
    Possible answer() {
        Facts facts = moment.facts();
        Optional<String> tooFew =
                input.asked().stream()
                        .sorted()
                        .flatMap(f -> facts.tooFewWitnesses(f).stream())
                        .findFirst();
        if (tooFew.isPresent()) {
            return unknown(tooFew.get());
        }
        Map<HostName, Explained> verdicts = new LinkedHashMap<>();
        for (HostName host : facts.hosts()) {
            if (input.asked().stream().allMatch(finding -> testifies(host, finding))) {
                verdicts.put(host, input.body().evaluate(moment.with(input.variable(), host)));
            }
        }
        return verdicts.isEmpty() ? unknown("no host may testify on all of it") : decide(verdicts);
    }

    private boolean testifies(HostName host, FindingName finding) {
        return moment.facts().hosts(finding).contains(host)
                && !(moment.facts().sample(finding, host) instanceof Sample.Inadmissible);
    }

    private Possible unknown(String reason) {
        return Possible.eitherWay(input.text() + " is unknown: " + reason);
    }

    private Possible decide(Map<HostName, Explained> verdicts) {
        Truth decisive = Truth.of(!input.every());
        List<HostName> deciding = with(verdicts, decisive);
        if (!deciding.isEmpty()) {
            return told(decisive, deciding, decisive, verdicts);
        }
        List<HostName> open = with(verdicts, Truth.UNKNOWN);
        if (open.isEmpty()) {
            return told(decisive.not(), with(verdicts, decisive.not()), decisive.not(), verdicts);
        }
        return unknown(
                Words.hosts(open)
                        + " "
                        + (open.size() == 1 ? "is" : "are")
                        + " undecided"
                        + because(open, verdicts));
    }

    private Possible told(
            Truth truth, List<HostName> hosts, Truth each, Map<HostName, Explained> verdicts) {
        String verb = each == Truth.TRUE ? Words.fits(hosts) : Words.doesNotFit(hosts);
        return Possible.of(
                truth,
                input.text()
                        + " is "
                        + Words.truth(truth)
                        + ": "
                        + Words.hosts(hosts)
                        + " "
                        + verb
                        + because(hosts, verdicts));
    }

    /// The reasons of the first host stand for all.
    private static String because(List<HostName> hosts, Map<HostName, Explained> verdicts) {
        Explained first =
                verdicts.getOrDefault(hosts.getFirst(), new Explained(Truth.UNKNOWN, List.of()));
        return first.reasons().isEmpty() ? "" : ", since " + String.join(" and ", first.reasons());
    }

    private static List<HostName> with(Map<HostName, Explained> verdicts, Truth truth) {
        List<HostName> hosts = new ArrayList<>();
        verdicts.forEach((host, explained) -> {
            if (explained.truth() == truth) {
                hosts.add(host);
            }
        });
        return hosts;
    }
}
