package dev.blackstart.journal;

import dev.blackstart.journal.JournalException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What a refusal of SQLite means to the operator.
record SqliteFailure(Kind kind, String reason) {
    /// The low byte of a result code is its family; the rest says more.
    private static final int FAMILY = 0xff;

    static SqliteFailure of(SQLException e) {
        int code =
                e instanceof SQLiteException sqlite
                        ? sqlite.getResultCode().code
                        : e.getErrorCode();
        SQLiteErrorCode family = SQLiteErrorCode.getErrorCode(code & FAMILY);
        return switch (family) {
            case SQLITE_FULL -> new SqliteFailure(Kind.NOT_WRITTEN, "the disk is full");
            case SQLITE_IOERR ->
                    new SqliteFailure(Kind.NOT_WRITTEN, "the disk reports an input/output error");
            case SQLITE_READONLY, SQLITE_PERM ->
                    new SqliteFailure(Kind.NOT_WRITTEN, "it may only be read");
            case SQLITE_CANTOPEN -> new SqliteFailure(Kind.NOT_WRITTEN, "it cannot be opened");
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    new SqliteFailure(
                            Kind.NOT_WRITTEN, "another process held it for more than 5 s");
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    new SqliteFailure(Kind.DAMAGED, "the file is damaged");
            default -> new SqliteFailure(Kind.NOT_WRITTEN, String.valueOf(e.getMessage()));
        };
    }

    /// @param doing such as `cannot open`
    static JournalException sentence(String doing, Path file, SQLException e) {
        SqliteFailure failure = of(e);
        return new JournalException(
                failure.kind(), doing + " the journal " + file + ": " + failure.reason(), e);
    }
}
