package dev.blackstart.journal;

import dev.blackstart.journal.JournalException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What a refusal of SQLite means to the operator.
record SqliteFailure(Kind kind, String reason) {
    /// The low byte of a result code is its family; the rest says more.
    private static final int FAMILY = 0xff;

    private static final SqliteFailure READ_ONLY = notWritten(
                    "it may only be read: the file system is mounted read-only, or the file is not yours to write");
    private static final SqliteFailure BUSY =
            notWritten(
                    "another process held it for more than " + Pragmas.PATIENCE.toSeconds() + " s");
    private static final SqliteFailure DAMAGED =
            new SqliteFailure(
                    Kind.DAMAGED,
                    "the file is damaged; blackstart audit begin-anew --reason TEXT puts it aside as it is and begins a new one");

    private static final Map<SQLiteErrorCode, SqliteFailure> KNOWN =
            Map.of(
                    SQLiteErrorCode.SQLITE_FULL, notWritten("the disk is full"),
                    SQLiteErrorCode.SQLITE_IOERR,
                            notWritten("the disk reports an input/output error"),
                    SQLiteErrorCode.SQLITE_CANTOPEN, notWritten("it cannot be opened"),
                    SQLiteErrorCode.SQLITE_READONLY, READ_ONLY,
                    SQLiteErrorCode.SQLITE_PERM, READ_ONLY,
                    SQLiteErrorCode.SQLITE_BUSY, BUSY,
                    SQLiteErrorCode.SQLITE_LOCKED, BUSY,
                    SQLiteErrorCode.SQLITE_CORRUPT, DAMAGED,
                    SQLiteErrorCode.SQLITE_NOTADB, DAMAGED);

    private static SqliteFailure notWritten(String reason) {
        return new SqliteFailure(Kind.NOT_WRITTEN, reason);
    }

    static SqliteFailure of(SQLException e) {
        int code =
                e instanceof SQLiteException sqlite
                        ? sqlite.getResultCode().code
                        : e.getErrorCode();
        SqliteFailure known = KNOWN.get(SQLiteErrorCode.getErrorCode(code & FAMILY));
        return known == null ? notWritten(String.valueOf(e.getMessage())) : known;
    }

    /// The sentence for the operator.
    ///
    /// @param doing such as `cannot open`
    static JournalException sentence(String doing, Path file, SQLException e) {
        SqliteFailure failure = of(e);
        return new JournalException(
                failure.kind(), doing + " the journal " + file + ": " + failure.reason(), e);
    }
}
