package dev.blackstart.view;

import dev.blackstart.run.PreparedUpload;
import java.util.ArrayList;
import java.util.List;

/// The file a command puts in place first, and what that changes.
final class UploadBlock {
    private final int columns;

    UploadBlock(int columns) {
        this.columns = columns;
    }

    List<String> lines(PreparedUpload upload, int most, String rest) {
        boolean fresh = upload.before().equals(PreparedUpload.ABSENT);
        List<String> lines = new ArrayList<>();
        String mode = upload.mode().isEmpty() ? "" : ", mode " + upload.mode();
        String what =
                upload.before().equals(upload.sha256())
                        ? "file " + upload.to() + " (as it is already)"
                        : (fresh ? "new file " : "changes file ") + upload.to() + mode;
        lines.addAll(Wrapped.lines("  " + what, columns));
        lines.addAll(Margin.lines(String.join("\n", upload.difference()), columns, most, rest));
        if (!upload.validate().isEmpty()) {
            lines.addAll(Wrapped.lines("  validated first by", columns));
            lines.addAll(Margin.lines(upload.validate(), columns, most, rest));
        }
        return lines;
    }
}
