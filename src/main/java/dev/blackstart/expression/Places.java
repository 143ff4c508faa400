package dev.blackstart.expression;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Snippet;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import java.util.Objects;

/// Where the parts of an expression stand in their file. CEL counts code points and points at the
/// operator, the dot or the parenthesis; people want the first character of the name.
record Places(Snippet snippet, CelSource source) {
    Problem error(int offset, String message) {
        int within = Math.max(0, Math.min(offset, snippet.text().length()));
        return Problem.error(snippet.at(within), "expression", message);
    }

    Position start() {
        return snippet.start();
    }

    /// Index of the first character of a name, a constant or an operator.
    int offset(CelExpr expr) {
        int raw = index(Objects.requireNonNullElse(source.getPositionsMap().get(expr.id()), 0));
        return switch (expr.getKind()) {
            case SELECT -> skipBlanks(raw + 1);
            case CALL -> atName(raw);
            default -> raw;
        };
    }

    int offset(CelIssue issue) {
        return source.getLocationOffset(issue.getSourceLocation())
                .map(this::index)
                .map(this::atName)
                .orElse(0);
    }

    /// A call is at its parenthesis; its name stands before that.
    private int atName(int raw) {
        String text = snippet.text();
        if (raw >= text.length() || text.charAt(raw) != '(') {
            return raw;
        }
        int start = raw;
        while (start > 0 && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// The name that starts at an offset; empty when none does.
    String nameAt(int offset) {
        String text = snippet.text();
        int end = offset;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return text.substring(Math.min(offset, text.length()), end);
    }

    int skipBlanks(int from) {
        int at = from;
        while (at < snippet.text().length() && Character.isWhitespace(snippet.text().charAt(at))) {
            at++;
        }
        return at;
    }

    private int index(int codePoints) {
        String text = snippet.text();
        return text.offsetByCodePoints(
                0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
