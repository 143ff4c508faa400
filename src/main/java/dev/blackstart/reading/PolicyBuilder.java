package dev.blackstart.reading;

import dev.blackstart.policy.Member;
import dev.blackstart.policy.Policy;
import dev.blackstart.policy.Rule;
import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.run.Attestation.Way;
import dev.blackstart.run.Freeze;
import dev.blackstart.runbook.Risk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Builds a policy from keys whose shape was checked.
final class PolicyBuilder {
    /// The usual name of the file of allowed signers.
    static final String SIGNERS = "allowed_signers";

    private final Entries entries;
    private final Problems problems;
    private final Map<String, Member> people = new LinkedHashMap<>();

    PolicyBuilder(Entries entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    Policy build() {
        new MemberReader(problems).read(entries.map("people")).forEach(people::put);
        List<Freeze> freezes = new ArrayList<>();
        for (Node node : entries.items("freezes")) {
            new FreezeReader(Entries.of(node), problems).read().ifPresent(freezes::add);
        }
        return new Policy(
                people,
                approvals(),
                freezes,
                authors(),
                entries.text("signers").orElse(SIGNERS),
                entries.text("revoked"));
    }

    private Map<Risk, Rule> approvals() {
        Map<Risk, Rule> approvals = new EnumMap<>(Risk.class);
        for (Node.Field field : entries.map("approvals")) {
            Risk.named(field.key())
                    .ifPresent(risk ->
                            approvals.put(risk, rule(risk, Entries.of(field.value()), field)));
        }
        return approvals;
    }

    private Rule rule(Risk risk, Entries said, Node.Field field) {
        Rule rule =
                new Rule(
                        said.count("people").orElse(risk.people()),
                        known(said.scalars("approvers")),
                        said.has("accepts") ? ways(said) : Rule.USUAL,
                        said.yes("exclude_requester"),
                        said.yes("exclude_author"),
                        said.duration("within"));
        if (rule.people() < risk.people()) {
            problems.warn(
                    said.at("people"),
                    "no-effect",
                    "what is of risk %s always asks for %d people, so this has no effect"
                            .formatted(risk.word(), risk.people()));
        }
        int possible = rule.approvers().isEmpty() ? people.size() : rule.approvers().size();
        if (possible < Math.max(rule.people(), risk.people())) {
            problems.error(
                    field.position(),
                    "too-few-approvers",
                    "%d people must say yes and only %d may; name more approvers or ask for fewer people"
                            .formatted(Math.max(rule.people(), risk.people()), possible));
        } else if (rule.excludeRequester() && possible == Math.max(rule.people(), risk.people())) {
            problems.warn(
                    field.position(),
                    "too-few-approvers",
                    "whoever of the approvers asks for a run cannot get it approved, since all of them must say yes; name one more");
        }
        return rule;
    }

    private static Set<Way> ways(Entries said) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        for (String word : said.texts("accepts")) {
            for (Way way : Way.values()) {
                if (way.name().toLowerCase(Locale.ROOT).equals(word)) {
                    ways.add(way);
                }
            }
        }
        return ways;
    }

    private Map<String, Set<String>> authors() {
        Map<String, Set<String>> authors = new LinkedHashMap<>();
        for (Node.Field field : entries.map("authors")) {
            List<Node.Scalar> names = entries.inside("authors").orElseThrow().scalars(field.key());
            authors.put(field.key(), new LinkedHashSet<>(known(names)));
        }
        return authors;
    }

    /// Names of people the policy knows; the others are problems.
    private List<String> known(List<Node.Scalar> names) {
        List<String> known = new ArrayList<>();
        for (Node.Scalar name : names) {
            if (people.containsKey(name.text())) {
                known.add(name.text());
            } else {
                problems.error(
                        name.position(),
                        "unknown-person",
                        "`people` has no %s%s"
                                .formatted(
                                        name.text(), Nearest.hint(name.text(), people.keySet())));
            }
        }
        return known.stream().distinct().toList();
    }
}
