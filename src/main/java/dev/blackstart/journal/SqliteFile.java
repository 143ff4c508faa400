package dev.blackstart.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteDataSource;

/// The file and the ways to open it. Each connection is set, asked back and checked before anybody
/// uses it.
final class SqliteFile {
    private final Path path;
    private final String url;
    private final Schema schema = new Schema();

    @FunctionalInterface
    private interface Settling {
        void settle(Connection connection) throws SQLException, JournalException;
    }

    SqliteFile(Path path) {
        this(path.toAbsolutePath(), "jdbc:sqlite:" + path.toAbsolutePath());
    }

    private SqliteFile(Path path, String url) {
        this.path = path;
        this.url = url;
    }

    /// A file that nobody can change while it is read, and whose log is empty.
    static SqliteFile unchanging(Path path) {
        Path absolute = path.toAbsolutePath();
        return new SqliteFile(
                absolute,
                "jdbc:sqlite:file:" + absolute.toUri().getRawPath() + "?mode=ro&immutable=1");
    }

    Path path() {
        return path;
    }

    /// Device and inode, or what the file system has for them; empty when there is no such file.
    Optional<Object> identity() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
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
        source.setUrl(url);
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
