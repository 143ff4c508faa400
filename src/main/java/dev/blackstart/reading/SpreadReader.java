package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Batch;
import dev.blackstart.runbook.Spread;
import java.util.List;
import java.util.Optional;

/// Reads how an action goes over its hosts.
final class SpreadReader {
    private SpreadReader() {}

    static Spread spread(Entries entries) {
        return new Spread(
                batches(entries),
                entries.duration("pause"),
                entries.count("stop_after_failures"),
                entries.text("start").filter("together"::equals).isPresent(),
                entries.yes("keep_quorum"),
                entries.text("quorum_loss"));
    }

    /// One size for every wave, or a list of sizes of which the last goes on.
    private static List<Batch> batches(Entries entries) {
        List<Node.Scalar> waves = entries.scalars("batch");
        return (waves.isEmpty() ? entries.scalar("batch").stream().toList() : waves)
                .stream().flatMap(wave -> batch(wave).stream()).toList();
    }

    /// Empty for a size that was refused.
    private static Optional<Batch> batch(Node.Scalar scalar) {
        String text = scalar.text().strip();
        if (text.matches("[1-9][0-9]{0,4}")) {
            return Optional.of(new Batch.Count(Integer.parseInt(text)));
        }
        return text.matches("[1-9][0-9]{0,2}%")
                ? Optional.of(new Batch.Share(Integer.parseInt(text.replace("%", ""))))
                : Optional.empty();
    }
}
