package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A process of its own that appends until it is killed, and prints the last sequence of each
/// append once that is acknowledged.
final class AppendingProcess {
    private AppendingProcess() {}

    /// Runs until it is killed.
    ///
    /// @param arguments directory of the journal, run id
    public static void main(String[] arguments) throws JournalException {
        RunId run = new RunId(arguments[1]);
        Random random = new Random(1);
        try (Journal journal = SqliteJournal.open(Path.of(arguments[0]))) {
            long sequence = journal.read(run).size();
            System.out.println("open " + sequence);
            while (true) {
                String text = "x".repeat(random.nextInt(9_000));
                journal.append(
                        run,
                        sequence,
                        EventSamples.AT,
                        List.of(
                                EventSamples.noted(sequence + text),
                                EventSamples.noted("second of the pair")));
                sequence += 2;
                System.out.println(sequence);
            }
        }
    }
}
