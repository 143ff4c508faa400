package dev.blackstart.reading;

import dev.blackstart.policy.Member;
import dev.blackstart.reading.yaml.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the people of a policy. One account is one person's.
final class MemberReader {
    private final Problems problems;
    private final Map<String, String> taken = new HashMap<>();

    MemberReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, Member> read(List<Node.Field> people) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Node.Field person : people) {
            members.put(person.key(), member(person));
        }
        return members;
    }

    private Member member(Node.Field person) {
        String name = person.key();
        Entries said = Entries.of(person.value());
        Set<String> logins = new LinkedHashSet<>(said.texts("logins"));
        logins.add(name);
        String principal = said.text("principal").orElse(name);
        Map<String, String> chat = new LinkedHashMap<>();
        for (Node.Field account : said.map("chat")) {
            Entries.filled(account.value()).ifPresent(it -> chat.put(account.key(), it.text()));
        }
        logins.forEach(login -> alone(person, "the account " + login));
        alone(person, "the principal " + principal);
        chat.forEach((platform, account) -> alone(person, account + " of " + platform));
        return new Member(name, logins, principal, chat);
    }

    private void alone(Node.Field person, String account) {
        String other = taken.putIfAbsent(account, person.key());
        if (other != null) {
            problems.error(
                    person.position(),
                    "shared-account",
                    "%s is that of %s already; one account is one person's, else nobody knows who said yes"
                            .formatted(account, other));
        }
    }
}
