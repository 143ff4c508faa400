package dev.blackstart.view.report;

import dev.blackstart.runbook.Batch;
import dev.blackstart.runbook.Spread;
import dev.blackstart.view.Elapsed;
import java.util.ArrayList;
import java.util.List;

/// How an action goes over its hosts, in sentences.
final class SpreadWords {
    private SpreadWords() {}

    static List<String> of(Spread spread) {
        List<String> said = new ArrayList<>();
        if (!spread.batches().isEmpty()) {
            List<String> sizes = spread.batches().stream().map(SpreadWords::size).toList();
            said.add("Take so many hosts at a time: " + String.join(", then ", sizes) + ".");
        }
        spread.pause()
                .ifPresent(it ->
                        said.add("Wait " + Elapsed.shown(it) + " after each and look again."));
        if (spread.stopAfterFailures().isPresent()) {
            said.add("Stop when " + spread.stopAfterFailures().getAsInt() + " failed.");
        }
        if (spread.together()) {
            said.add("Start all of them together, not one by one.");
        }
        if (spread.keepQuorum()) {
            said.add("Count the live members before each; a majority must stay up.");
        }
        spread.quorumLoss().ifPresent(it -> said.add("The quorum may be lost: " + it));
        return said;
    }

    private static String size(Batch batch) {
        return switch (batch) {
            case Batch.Count it -> Integer.toString(it.hosts());
            case Batch.Share it -> it.percent() + " %";
        };
    }
}
