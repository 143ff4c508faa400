package dev.blackstart.view.report;

import dev.blackstart.run.Kept;
import dev.blackstart.view.Json;
import java.util.List;

/// One stream of a command's output, short enough to send: its beginning and its end.
final class Excerpt {
    private static final int HEAD = 120;
    private static final int TAIL = 280;

    /// Most characters of one line.
    private static final int WIDEST = 2_000;

    private Excerpt() {}

    static Json json(Kept kept) {
        List<String> lines = kept.text().lines().map(Excerpt::cut).toList();
        boolean whole = lines.size() <= HEAD + TAIL;
        int left = whole ? 0 : lines.size() - HEAD - TAIL;
        return Json.object()
                .with("bytes", Json.of(kept.bytes()))
                .with("sha256", kept.sha256())
                .with("head", String.join("\n", whole ? lines : lines.subList(0, HEAD)))
                .with("lines_left_out", Json.of(left))
                .with(
                        "tail",
                        whole ? "" : String.join("\n", lines.subList(HEAD + left, lines.size())));
    }

    private static String cut(String line) {
        return line.length() <= WIDEST
                ? line
                : line.substring(0, WIDEST) + "… (" + (line.length() - WIDEST) + " more)";
    }
}
