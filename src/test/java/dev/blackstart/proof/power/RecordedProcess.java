package dev.blackstart.proof.power;

import dev.blackstart.journal.EventSamples;
import dev.blackstart.journal.WeakenedWriter;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A process that writes a journal as runs do while its system calls are recorded: three runs at a
/// time are opened, taken over from one that ended, filled with events of every type, asked to stop
/// and closed.
final class RecordedProcess {
    private final Book book;
    private final Random random;
    private final List<RunEvent> samples;
    private final Map<RunId, Long> newest = new HashMap<>();

    private RecordedProcess(Book book, long seed) {
        this.book = book;
        this.random = new Random(seed);
        this.samples =
                EventSamples.all().values().stream()
                        .filter(event -> !(event instanceof RunEvent.RunOpened))
                        .filter(event -> !(event instanceof RunEvent.Closed))
                        .toList();
    }

    /// @param arguments directory of the journal, file for the marks, calls made before, seed,
    ///   number of appends, `close` or `halt`, `none` or a defect
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[3]);
        try (Marks marks = new Marks(Path.of(arguments[1]), Integer.parseInt(arguments[2]))) {
            Book book = book(directory, marks, arguments[6]);
            new RecordedProcess(book, seed).write(seed, Integer.parseInt(arguments[4]));
            if (arguments[5].equals("close")) {
                book.close();
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static Book book(Path directory, Marks marks, String defect) throws Exception {
        return defect.equals("none")
                ? new RealBook(directory, marks)
                : new DefectiveBook(directory, marks, WeakenedWriter.Defect.valueOf(defect));
    }

    private void write(long seed, int appends) throws Exception {
        List<RunId> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(RunId.of(1_767_225_600_000L + seed, 7, i));
            open(runs.get(i));
        }
        for (int i = 0; i < appends; i++) {
            RunId run = runs.get(random.nextInt(runs.size()));
            append(run, batch());
            if (random.nextInt(25) == 0) {
                book.keep(content(1 << (4 + random.nextInt(13))));
            }
            if (random.nextInt(8) == 0) {
                book.ask(run);
            }
        }
        RunId last = runs.getFirst();
        append(last, List.of(new RunEvent.Closed(Verdict.RECOVERED, List.of(), EventSamples.AT)));
        book.release(last);
    }

    private void open(RunId run) throws Exception {
        book.take(run);
        book.keep(content(300));
        append(
                run,
                List.of(
                        new RunEvent.RunOpened(
                                run,
                                "frozen-store",
                                "Bring it back",
                                Mode.LIVE,
                                EventSamples.ANNA,
                                Map.of(),
                                Map.of(),
                                "0.1.0",
                                Optional.empty())));
    }

    private void append(RunId run, List<RunEvent> events) throws Exception {
        long after = newest.getOrDefault(run, 0L);
        book.append(run, after, events);
        newest.put(run, after + events.size());
    }

    private List<RunEvent> batch() {
        List<RunEvent> events = new ArrayList<>();
        int size = random.nextInt(8) == 0 ? 3 : 1;
        for (int i = 0; i < size; i++) {
            events.add(samples.get(random.nextInt(samples.size())));
        }
        return events;
    }

    private byte[] content(int size) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        return content;
    }
}
