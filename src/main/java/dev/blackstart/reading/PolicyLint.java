package dev.blackstart.reading;

import dev.blackstart.policy.Member;
import dev.blackstart.policy.Policy;
import dev.blackstart.policy.Rule;
import dev.blackstart.policy.Signers;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.run.Attestation.Way;
import dev.blackstart.run.Freeze;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Risk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is doubtful about a policy that can be read: approvals that nobody can give, freezes that
/// are over.
public final class PolicyLint {
    private final Entries entries;
    private final SiteFiles site;
    private final Instant now;
    private final Problems problems = new Problems();

    private PolicyLint(Entries entries, SiteFiles site, Instant now) {
        this.entries = entries;
        this.site = site;
        this.now = now;
    }

    /// Everything wrong or doubtful in a policy, with what its reader finds.
    public static List<Problem> check(Path file, Instant now) {
        Read<SiteFiles> read = PolicyReader.read(file);
        Optional<Node> root =
                new Problems()
                        .take(TextFile.read(file))
                        .flatMap(text -> Yaml.parse(file.toString(), text).tree());
        if (root.isEmpty() || !(read instanceof Read.Accepted<SiteFiles> accepted)) {
            return read.problems();
        }
        PolicyLint lint = new PolicyLint(Entries.of(root.get()), accepted.value(), now);
        lint.approvals();
        lint.freezes();
        return Stream.concat(
                        read.problems().stream(),
                        lint.problems.of(Optional.of(lint)).problems().stream())
                .toList();
    }

    /// A risk of which the policy says nothing is anybody's it knows.
    private void approvals() {
        for (Node.Field field : entries.map("approvals")) {
            Risk.named(field.key()).ifPresent(risk -> approval(risk, field));
        }
    }

    private void approval(Risk risk, Node.Field field) {
        Policy policy = site.policy();
        Rule rule = policy.rule(risk);
        int wanted = Math.max(rule.people(), risk.people());
        List<String> able =
                policy.people().values().stream()
                        .filter(it ->
                                rule.approvers().isEmpty() || rule.approvers().contains(it.name()))
                        .filter(it -> shows(it, rule))
                        .map(Member::name)
                        .toList();
        int typed = rule.excludeRequester() ? 0 : 1; // one typed yes may be the requester's own
        if (able.size() + typed < wanted) {
            problems.error(
                    field.position(),
                    "nobody-can-approve",
                    "what is of risk %s asks for %d people, and %s can show who they are; give approvers a key in %s or an account in `chat`, or accept another way"
                            .formatted(
                                    risk.word(),
                                    wanted,
                                    able.isEmpty() ? "nobody" : "only " + String.join(", ", able),
                                    policy.signers()));
        }
    }

    private boolean shows(Member member, Rule rule) {
        return rule.accepts().stream().anyMatch(way -> shows(member, way));
    }

    private boolean shows(Member member, Way way) {
        Signers signers = site.signers();
        return switch (way) {
            case SIGNATURE ->
                    signers.all().stream()
                            .anyMatch(it -> it.is(member.principal()) || it.authority());
            case CHAT -> !member.chat().isEmpty();
            case WEB, TOKEN -> true;
        };
    }

    private void freezes() {
        List<Node> written = entries.items("freezes");
        for (int i = 0; i < Math.min(written.size(), site.policy().freezes().size()); i++) {
            if (site.policy().freezes().get(i).span() instanceof Freeze.Span.Dates dates
                    && !now.isBefore(dates.until())) {
                problems.warn(
                        Entries.of(written.get(i)).valueAt("until"),
                        "freeze-over",
                        "the freeze %s ended %s; remove it, or say when it holds next"
                                .formatted(site.policy().freezes().get(i).name(), dates.until()));
            }
        }
    }
}
