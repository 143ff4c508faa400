package dev.blackstart.policy;

import dev.blackstart.run.Freeze;
import dev.blackstart.run.Person;
import dev.blackstart.run.SiteRule;
import dev.blackstart.run.SiteRules;
import dev.blackstart.runbook.Risk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A site's policy file.
///
/// @param people by name
/// @param approvals what is asked of each risk; where one is missing, [Rule#USUAL_RULE]
/// @param authors who wrote a runbook, by its name
/// @param signers the file of allowed signers, beside the policy
/// @param revoked a file of keys that count no longer, beside it
public record Policy(
        Map<String, Member> people,
        Map<Risk, Rule> approvals,
        List<Freeze> freezes,
        Map<String, Set<String>> authors,
        String signers,
        Optional<String> revoked) {
    public Policy {
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        approvals = Map.copyOf(approvals);
        freezes = List.copyOf(freezes);
        authors = Map.copyOf(authors);
    }

    /// What the conductor must know of it.
    public SiteRules rules() {
        Map<Risk, SiteRule> rules = new EnumMap<>(Risk.class);
        for (Risk risk : Risk.values()) {
            rules.put(risk, rule(risk).asked());
        }
        return new SiteRules(rules, freezes);
    }

    public Rule rule(Risk risk) {
        return approvals.getOrDefault(risk, Rule.USUAL_RULE);
    }

    public Optional<Member> named(String name) {
        return Optional.ofNullable(people.get(name));
    }

    /// Who has an account of that name on machines.
    public Optional<Member> login(Person person) {
        return people.values().stream()
                .filter(member -> member.logins().contains(person.name()))
                .findFirst();
    }

    /// Who has an account in a chat.
    ///
    /// @param platform such as `slack`
    /// @param account as the policy writes it, such as `T024BE7LD/U2147483697`
    public Optional<Member> chat(String platform, String account) {
        return people.values().stream()
                .filter(member -> account.equals(member.chat().get(platform)))
                .findFirst();
    }

    /// Who may say yes to a risk, for a sentence.
    String approvers(Risk risk) {
        List<String> names = new ArrayList<>(rule(risk).approvers());
        if (names.isEmpty()) {
            names.addAll(people.keySet());
        }
        return String.join(", ", names);
    }
}
