package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/// Columns of rows that a damaged file may hold in any shape, whatever the schema says: what cannot
/// be there is told as SQLite tells of a damaged file.
final class StoredText {
    private StoredText() {}

    /// Empty where nothing is.
    static String of(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    static RunId run(ResultSet row, int column) throws SQLException {
        String text = of(row, column);
        if (!RunId.allowed(text)) {
            throw damaged("a run id that cannot be one", text);
        }
        return new RunId(text);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        String text = of(row, column);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw damaged("a time that is not ISO 8601", text);
        }
    }

    private static SQLException damaged(String what, String text) {
        return new SQLException(
                "the journal holds " + what + ": \"" + text.replaceAll("[^ -~]", "?") + "\"",
                "",
                SQLiteErrorCode.SQLITE_CORRUPT.code);
    }
}
