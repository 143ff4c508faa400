package dev.blackstart.runbook.lint;

import java.util.ArrayList;
import java.util.List;

/// Finds the simple commands of a shell text, those in `$(…)` and in pipelines included. It knows
/// quotes, comments, here-documents and redirections; it is a reader for lint rules and not a
/// shell.
final class ShellScanner {
    private final String text;
    private final List<ShellCommand> found = new ArrayList<>();
    private final List<String> hereEnds = new ArrayList<>();
    private int at;

    private ShellScanner(String text) {
        this.text = text;
    }

    static List<ShellCommand> commands(String text) {
        ShellScanner scanner = new ShellScanner(text);
        while (scanner.at < text.length()) {
            scanner.list('\0');
        }
        return scanner.found;
    }

    /// Commands up to the closing character.
    private void list(char end) {
        CommandDraft draft = new CommandDraft();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == end) {
                at++;
                break;
            }
            if (separates(c)) {
                draft.finish(found);
                draft = new CommandDraft();
                separator(c);
            } else if (c == '#' && !draft.inWord()) {
                skipLine();
            } else {
                step(c, draft);
            }
        }
        draft.finish(found);
    }

    private static boolean separates(char c) {
        return c == ';' || c == '|' || c == '\n' || c == '(' || c == ')' || c == '&';
    }

    private void separator(char c) {
        at++;
        if (c == '\n') {
            skipHereDocuments();
        } else if (c == '(') {
            list(')');
        }
    }

    private void step(char c, CommandDraft draft) {
        switch (c) {
            case ' ', '\t' -> {
                draft.endWord();
                at++;
            }
            case '\'' -> singleQuoted(draft);
            case '"' -> doubleQuoted(draft);
            case '\\' -> escaped(draft);
            case '>', '<' -> redirection(c, draft);
            case '$', '`' -> substitution(c, draft);
            default -> {
                draft.add(c, at);
                at++;
            }
        }
    }

    private void singleQuoted(CommandDraft draft) {
        int end = text.indexOf('\'', at + 1);
        int stop = end < 0 ? text.length() : end;
        draft.add(text.substring(at + 1, stop), at);
        at = Math.min(stop + 1, text.length());
    }

    private void doubleQuoted(CommandDraft draft) {
        draft.add("", at);
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\') {
                escaped(draft);
            } else if (c == '$' || c == '`') {
                substitution(c, draft);
            } else {
                draft.add(c, at);
                at++;
            }
        }
        at++;
    }

    private void escaped(CommandDraft draft) {
        if (at + 1 < text.length() && text.charAt(at + 1) != '\n') {
            draft.add(text.charAt(at + 1), at);
        }
        at = Math.min(at + 2, text.length());
    }

    private void substitution(char c, CommandDraft draft) {
        draft.add("$", at);
        at++;
        if (c == '`') {
            list('`');
        } else if (text.startsWith("((", at)) {
            int end = text.indexOf("))", at);
            at = end < 0 ? text.length() : end + 2;
        } else if (text.startsWith("(", at)) {
            at++;
            list(')');
        } else if (text.startsWith("{", at)) {
            int end = text.indexOf('}', at);
            at = end < 0 ? text.length() : end + 1;
        }
    }

    private void redirection(char c, CommandDraft draft) {
        draft.dropFileDescriptor();
        int start = at;
        while (at < text.length() && "<>&|-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String operator = text.substring(start, at);
        if (operator.contains("&")) {
            skipWord();
        } else if (operator.startsWith("<<")) {
            hereEnds.add(nextWord().replaceAll("[\"'\\\\]", ""));
        } else {
            draft.redirect(c == '>', nextWord());
        }
    }

    private String nextWord() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        skipWord();
        return text.substring(start, at);
    }

    private void skipWord() {
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && ";|&()<>`".indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }

    private void skipHereDocuments() {
        for (String end : List.copyOf(hereEnds)) {
            boolean open = true;
            while (open && at < text.length()) {
                int start = at;
                skipLine();
                open = !text.substring(start, at).strip().equals(end);
                at = Math.min(at + 1, text.length());
            }
        }
        hereEnds.clear();
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }
}
