package dev.blackstart.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/// The file and the ways to open it. Each connection is set, asked back and checked before anybody
/// uses it.
final class SqliteFile {
    private final Path path;
    private final Schema schema = new Schema();

    @FunctionalInterface
    private interface Settling {
        void settle(Connection connection) throws SQLException, JournalException;
    }

    SqliteFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    Connection writer() throws SQLException, JournalException {
        return open(connection -> {
            Pragmas.writer(connection);
            schema.settle(connection);
        });
    }

    /// A connection that can change nothing.
    Connection reader() throws SQLException, JournalException {
        return open(connection -> {
            Pragmas.reader(connection);
            schema.check(connection);
        });
    }

    private Connection open(Settling settling) throws SQLException, JournalException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + path);
        Connection connection = source.getConnection();
        boolean settled = false;
        try {
            settling.settle(connection);
            settled = true;
            return connection;
        } finally {
            if (!settled) {
                connection.close();
            }
        }
    }
}
