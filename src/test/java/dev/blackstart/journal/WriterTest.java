package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.JournalException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After a failed write only what the re-opened file says is true.
class WriterTest {
    private static final byte[] CONTENT = {1, 2, 3};
    private static final String SHA256 = Digests.sha256(CONTENT);

    @TempDir Path directory;
    private SqliteFile file;
    private Writer writer;

    @BeforeEach
    void open() throws JournalException {
        file = new SqliteFile(directory.resolve("journal.db"));
        writer = new Writer(file);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    private void write(Writer.Work<String> work) throws JournalException {
        writer.write(work, connection -> new KeptTable(connection).holds(SHA256));
    }

    private boolean recorded() throws JournalException {
        return writer.look(connection -> new KeptTable(connection).holds(SHA256));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The answer to COMMIT is lost: the second one fails because the first was carried out.
    @Test
    void aFailedWriteThatLandedIsReportedAsRecorded() throws Exception {
        JournalContract.assertRefused(
                        () ->
                                write(connection -> {
                                    new KeptTable(connection).insert(SHA256, CONTENT);
                                    execute(connection, "COMMIT");
                                    return SHA256;
                                }),
                        Kind.WRITTEN_AFTER_ALL)
                .hasMessageEndingWith("read again, it is recorded all the same");
        assertThat(recorded()).isTrue();
    }

    @Test
    void aConnectionThatFailedIsNeverUsedAgain() throws Exception {
        Connection[] used = new Connection[2];
        JournalContract.assertRefused(
                        () ->
                                write(connection -> {
                                    used[0] = connection;
                                    new KeptTable(connection).insert(SHA256, CONTENT);
                                    throw new SQLException("the disk went away");
                                }),
                        Kind.NOT_WRITTEN)
                .hasMessageEndingWith("the disk went away · nothing of it was recorded");
        write(connection -> {
            used[1] = connection;
            return SHA256;
        });
        assertThat(used[0].isClosed()).isTrue();
        assertThat(used[1]).isNotSameAs(used[0]);
        assertThat(recorded()).isFalse();
    }

    private void replaceByDirectory(Path away) {
        try {
            Files.move(file.path(), away);
            Files.createDirectory(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatCannotBeReadAgainIsNotKnownToBeRecorded() throws Exception {
        Path away = directory.resolve("away.db");
        JournalContract.assertRefused(
                        () ->
                                write(connection -> {
                                    replaceByDirectory(away);
                                    throw new SQLException("the disk went away");
                                }),
                        Kind.NOT_DURABLE)
                .hasMessageEndingWith("so whether it was recorded is not known");
        Files.delete(file.path());
        Files.move(away, file.path());
        write(connection -> {
            new KeptTable(connection).insert(SHA256, CONTENT);
            return SHA256;
        });
        assertThat(recorded()).isTrue();
    }

    @Test
    void theSettingsAreWhatDurabilityNeeds() throws Exception {
        for (String setting :
                new String[] {"journal_mode wal", "synchronous 2", "trusted_schema 0"}) {
            String[] pair = setting.split(" ", 2);
            String found = writer.look(connection -> Pragmas.ask(connection, "PRAGMA " + pair[0]));
            assertThat(found).isEqualTo(pair[1]);
        }
        try (Connection reader = file.reader()) {
            assertThat(Pragmas.ask(reader, "PRAGMA query_only")).isEqualTo("1");
        }
    }
}
