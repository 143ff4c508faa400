package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;

/// What a yes to an action also agrees to: that the host undoes it by itself, that it is a loan.
record Terms(Moment moment, Step.Acting step) {
    /// For the gate, in sentences.
    List<String> sentences(List<HostName> hosts) {
        List<String> sentences = new ArrayList<>();
        step.execution()
                .autoRevert()
                .ifPresent(after ->
                        sentences.add(
                                "The host undoes it by itself %s after it ended, unless it was verified before: %s"
                                        .formatted(Words.length(after), undo(hosts))));
        step.execution()
                .loan()
                .ifPresent(loan ->
                        sentences.add(
                                "This is a loan: it must be taken back within %s%s"
                                        .formatted(
                                                Words.length(loan.due()),
                                                loan.capture().isPresent()
                                                        ? ", and what is there now is kept for that"
                                                        : "")));
        return sentences;
    }

    private String undo(List<HostName> hosts) {
        return new Undo(moment, step).words().map(undo -> undo.over(hosts)).orElse("");
    }

    /// For the digest of the approval: what is armed on each host.
    List<String> digests(List<Prepared> commands) {
        List<String> parts = new ArrayList<>();
        step.execution()
                .autoRevert()
                .ifPresent(after -> {
                    parts.addAll(List.of("auto_revert", after.toString()));
                    commands.stream()
                            .map(Prepared::host)
                            .distinct()
                            .forEach(host -> parts.add(new Undo(moment, step).armed(host)));
                });
        return parts;
    }
}
