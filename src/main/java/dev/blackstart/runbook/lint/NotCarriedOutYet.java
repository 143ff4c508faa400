package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import java.util.List;

/// Nobody should rely on a key that has no effect.
final class NotCarriedOutYet implements Rule {
    @Override
    public String id() {
        return "not-carried-out-yet";
    }

    @Override
    public String says() {
        return "A key is read and checked but has no effect in this version.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        return subject.runbook().deferred().stream()
                .map(deferred ->
                        Problem.warning(
                                deferred.position(),
                                id(),
                                "`%s` is not carried out yet; do not rely on it"
                                        .formatted(deferred.key())))
                .toList();
    }
}
