package dev.blackstart.journal;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// The journal's own tables and transactions with a defect put in, for a proof that must find it.
public final class WeakenedWriter implements AutoCloseable {
    private final Defect defect;
    private final Connection connection;
    private final EventCodec codec = new EventCodec();

    public enum Defect {
        /// `synchronous=NORMAL`: commits are not synced, only checkpoints are
        SYNC_NORMAL,
        /// `synchronous=OFF`: nothing is synced
        SYNC_OFF,
        /// says that it is recorded before the transaction is committed
        ACKNOWLEDGES_EARLY
    }

    public WeakenedWriter(Path directory, Defect defect) throws SQLException, JournalException {
        this.defect = defect;
        JournalDirectory prepared = JournalDirectory.prepare(directory, MountTable.ofThisMachine(), false);
        this.connection = new SqliteFile(prepared.file()).writer();
        try (Statement statement = connection.createStatement()) {
            switch (defect) {
                case SYNC_NORMAL -> statement.execute("PRAGMA synchronous = NORMAL");
                case SYNC_OFF -> statement.execute("PRAGMA synchronous = OFF");
                case ACKNOWLEDGES_EARLY -> {}
            }
        }
    }

    public void append(
            RunId run,
            long after,
            Instant at,
            List<RunEvent> events,
            Consumer<List<Recorded>> acknowledge)
            throws SQLException, JournalException {
        Append append = new Append(run, 0, after, at, events, codec);
        boolean early = defect == Defect.ACKNOWLEDGES_EARLY;
        List<Recorded> recorded =
                Transactions.immediate(
                        connection,
                        () -> {
                            List<Recorded> written = append.write(connection);
                            if (early) {
                                acknowledge.accept(written);
                            }
                            return written;
                        });
        if (!early) {
            acknowledge.accept(recorded);
        }
    }

    public void keep(byte[] content) throws SQLException, JournalException {
        Transactions.immediate(
                connection,
                () -> {
                    new KeptTable(connection).insert(Digests.sha256(content), content);
                    return content;
                });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
