package dev.blackstart.view;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.WavePlan;
import dev.blackstart.runbook.Batch;
import dev.blackstart.runbook.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How an action goes over its hosts: as a runbook says it, as a gate asks for it, as it went.
final class WaveLines {
    private WaveLines() {}

    /// One line a wave, then what holds between them.
    static List<String> of(WavePlan plan, int columns) {
        List<String> lines = new ArrayList<>();
        if (plan.of() > 1) {
            for (WavePlan.Wave wave : plan.waves()) {
                String number = wave.number() + " of " + plan.of() + ": ";
                lines.add(number + HostNames.shown(wave.hosts(), columns - Width.of(number)));
            }
        }
        plan.terms().forEach(term -> lines.addAll(Wrapped.lines(term, columns)));
        return List.copyOf(lines);
    }

    /// `wave 2 of 4: n3, n4`; the hosts are cut to so many columns.
    static String of(RunEvent.WaveBegun wave, int columns) {
        return "wave %d of %d: %s"
                .formatted(wave.number(), wave.of(), HostNames.shown(wave.hosts(), columns));
    }

    static String of(RunEvent.WaveProven wave) {
        return "wave %d proven: %s%s"
                .formatted(
                        wave.number(),
                        wave.truth().name().toLowerCase(Locale.ROOT),
                        EventLine.reasons(wave.reasons()));
    }

    static String of(RunEvent.WaveSoaked wave) {
        return "wave " + wave.number() + ": the pause is over";
    }

    /// What a runbook says about it, one sentence each.
    static List<String> clauses(Spread spread) {
        List<String> said = new ArrayList<>();
        if (!spread.batches().isEmpty()) {
            String sizes =
                    spread.batches().stream()
                            .map(WaveLines::size)
                            .collect(Collectors.joining(", then "));
            said.add("in waves of " + sizes + " of its hosts");
        }
        spread.pause()
                .ifPresent(pause -> said.add("watched for " + Elapsed.shown(pause) + " a wave"));
        spread.stopAfterFailures().ifPresent(most -> said.add("stops at " + most + " failures"));
        if (spread.together()) {
            said.add("all hosts together");
        }
        if (spread.keepQuorum()) {
            said.add("never takes a majority of the live members away");
        }
        spread.quorumLoss().ifPresent(why -> said.add("losing the quorum is accepted: " + why));
        return List.copyOf(said);
    }

    private static String size(Batch batch) {
        return switch (batch) {
            case Batch.Count count -> Integer.toString(count.hosts());
            case Batch.Share share -> share.percent() + "%";
        };
    }
}
