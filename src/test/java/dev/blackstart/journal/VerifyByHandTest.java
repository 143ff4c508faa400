package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page about the journal tells strangers how to verify a chain; its own commands do it here.
class VerifyByHandTest {
    private static final RunId RUN = EventSamples.RUN;
    private static final Path PAGE = Path.of("src/site/markdown/journal.md");
    private static final int EVENTS = EventSamples.all().size();

    @TempDir Path directory;
    private final List<String> scripts = new ArrayList<>();

    @BeforeEach
    void aJournalWithEveryEvent() throws Exception {
        Matcher blocks =
                Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        while (blocks.find()) {
            scripts.add(blocks.group(1));
        }
        try (Journal journal = SqliteJournal.open(directory)) {
            journal.append(RUN, 0, EventSamples.AT, List.copyOf(EventSamples.all().values()));
        }
        takeOut();
    }

    /// The page's own query, asked without the `sqlite3` program, which need not be installed.
    private void takeOut() throws SQLException, IOException {
        Matcher query =
                Pattern.compile("\"(SELECT .*?)\"", Pattern.DOTALL).matcher(scripts.getFirst());
        assertThat(query.find()).isTrue();
        StringBuilder lines = new StringBuilder();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(query.group(1).replace("$run", RUN.value()))) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        Files.writeString(directory.resolve("events.txt"), lines);
    }

    @Test
    void theCommandsOfThePageVerifyAnIntactChain() throws Exception {
        assertThat(verify()).isEqualTo("events 1 to " + EVENTS + " verify\n");
    }

    @Test
    void theCommandsOfThePageNameTheChangedEvent() throws Exception {
        Path taken = directory.resolve("events.txt");
        String changed = Files.readString(taken).replace("no route", "no router");
        Files.writeString(taken, changed);
        List<String> names = List.copyOf(EventSamples.all().keySet());
        int expected = names.indexOf("Observed-no-answer") + 1;
        assertThat(verify()).isEqualTo("event " + expected + " does not verify\n");
    }

    private String verify() throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", scripts.getLast());
        shell.directory(directory.toFile()).redirectErrorStream(true);
        shell.environment().put("run", RUN.value());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
