package dev.blackstart.door.cli;

import java.util.List;

/// Shows lines a screen at a time. Nothing that is typed here answers a gate.
record Pager(Screen screen) {
    /// What became of showing it.
    enum End {
        /// to its last line
        SEEN,
        LEFT,
        /// nobody is there any more
        CLOSED
    }

    End show(List<String> lines) {
        int shown = 0;
        while (true) {
            int page = Math.max(3, screen.rows() - 2);
            int end = lines.size() - shown <= page + 1 ? lines.size() : shown + page;
            screen.print(lines.subList(shown, end));
            shown = end;
            if (shown == lines.size()) {
                return End.SEEN;
            }
            switch (screen.ask(shown + " of " + lines.size() + ", Enter goes on, q ends>", "")) {
                case Reply.Line line -> {
                    if (!line.text().isEmpty()) {
                        return End.LEFT;
                    }
                }
                case Reply.Again again -> shown = Math.max(0, shown - page);
                case Reply.Closed closed -> {
                    return End.CLOSED;
                }
            }
        }
    }
}
