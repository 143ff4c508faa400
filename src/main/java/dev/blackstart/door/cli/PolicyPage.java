package dev.blackstart.door.cli;

import dev.blackstart.policy.Policy;
import dev.blackstart.policy.Rule;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.run.Attestation.Way;
import dev.blackstart.runbook.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a policy asks for, one line for each risk.
final class PolicyPage {
    private PolicyPage() {}

    static List<String> lines(SiteFiles site) {
        Policy policy = site.policy();
        List<String> lines = new ArrayList<>();
        lines.add(
                "people: %s; %s, %s"
                        .formatted(
                                String.join(", ", policy.people().keySet()),
                                Words.count(site.signers().all().size(), "key"),
                                Words.count(policy.freezes().size(), "freeze")));
        for (Risk risk : Risk.values()) {
            lines.add(line(policy, risk));
        }
        return lines;
    }

    private static String line(Policy policy, Risk risk) {
        Rule rule = policy.rule(risk);
        int people = Math.max(rule.people(), risk.people());
        List<String> words = new ArrayList<>();
        words.add(people == 1 ? "a yes" : people + " yes");
        words.add(
                "by "
                        + (rule.approvers().isEmpty()
                                ? "anybody it knows"
                                : String.join(", ", rule.approvers())));
        List<String> not = new ArrayList<>();
        if (rule.excludeRequester()) {
            not.add("the requester");
        }
        if (rule.excludeAuthor()) {
            not.add("an author");
        }
        if (!not.isEmpty()) {
            words.add("but not " + String.join(" or ", not));
        }
        words.add(
                "by way of "
                        + String.join(
                                " or ",
                                rule.accepts().stream()
                                        .sorted()
                                        .map(Way::name)
                                        .map(name -> name.toLowerCase(Locale.ROOT))
                                        .toList()));
        rule.within().ifPresent(it -> words.add("within " + dev.blackstart.run.Words.length(it)));
        return risk.word() + ": " + String.join(", ", words);
    }
}
