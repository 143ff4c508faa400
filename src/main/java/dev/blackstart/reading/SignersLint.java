package dev.blackstart.reading;

import dev.blackstart.policy.Member;
import dev.blackstart.policy.Policy;
import dev.blackstart.policy.Signers;
import dev.blackstart.policy.Signers.Signer;
import dev.blackstart.policy.Statement;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.run.Attestation.Way;
import dev.blackstart.runbook.Position;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is doubtful about a policy and its file of allowed signers together.
record SignersLint(Entries entries, Policy policy, Signers signers, Problems problems) {
    void check() {
        signers.odd()
                .forEach(line ->
                        problems.error(
                                at(line.number()),
                                "signer",
                                "this is no line of allowed signers: principals, options, type and key"));
        Map<String, Signer> keys = new HashMap<>();
        for (Signer signer : signers.all()) {
            line(signer);
            if (signer.authority()) {
                continue; // whom it names is in the certificates
            }
            Signer other = keys.putIfAbsent(signer.key(), signer);
            if (other != null
                    && !Set.copyOf(other.principals()).equals(Set.copyOf(signer.principals()))) {
                problems.error(
                        at(signer.number()),
                        "shared-key",
                        "this is the key of line %d under another name; two names with one key are one person"
                                .formatted(other.number()));
            }
        }
        for (Node.Field person : entries.map("people")) {
            policy.named(person.key()).ifPresent(member -> signs(member, person));
        }
    }

    private void line(Signer signer) {
        List<String> here =
                policy.people().values().stream()
                        .map(Member::principal)
                        .filter(signer::is)
                        .toList();
        if (here.size() > 1 && !signer.authority()) {
            problems.error(
                    at(signer.number()),
                    "shared-key",
                    "this key signs for %s; one key is one person's"
                            .formatted(String.join(" and ", here)));
        }
        if (!signer.authority()
                && signer.principals().stream()
                        .anyMatch(it -> it.contains("*") || it.contains("?"))) {
            problems.error(
                    at(signer.number()),
                    "shared-key",
                    "this key signs for whoever a pattern fits; name one person");
        }
        if (signer.options().contains("namespaces=")
                && !signer.options().contains(Statement.NAMESPACE)
                && !signer.options().contains("blackstart-gate@*")) {
            problems.warn(
                    at(signer.number()),
                    "namespace",
                    "this key may not sign approvals; add %s to its namespaces"
                            .formatted(Statement.NAMESPACE));
        }
    }

    /// Whoever is meant to sign needs a key.
    private void signs(Member member, Node.Field person) {
        boolean key =
                signers.all().stream().anyMatch(it -> it.is(member.principal()) || it.authority());
        boolean meant =
                policy.approvals().entrySet().stream()
                        .filter(it -> it.getValue().accepts().contains(Way.SIGNATURE))
                        .anyMatch(it -> it.getValue().approvers().contains(member.name()));
        if (!key && meant) {
            problems.warn(
                    person.position(),
                    "no-key",
                    "%s may approve and has no key under the principal %s in %s, so cannot sign"
                            .formatted(member.name(), member.principal(), policy.signers()));
        }
    }

    private Position at(int line) {
        String policyFile = entries.fields().position().file();
        return new Position(
                Path.of(policyFile).resolveSibling(policy.signers()).toString(), line, 1);
    }
}
