package dev.blackstart.runbook.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A command while it is being scanned.
final class CommandDraft {
    /// Words after which a command of its own follows.
    private static final Set<String> BEFORE_A_COMMAND =
            Set.of(
                    "if", "then", "elif", "else", "while", "until", "do", "!", "{", "}", "time",
                    "sudo", "env", "nohup", "command", "exec", "setsid", "nice", "ionice", "xargs",
                    "busybox", "stdbuf");

    private final List<String> words = new ArrayList<>();
    private final List<String> writes = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private boolean open;
    private int offset = -1;

    boolean inWord() {
        return open;
    }

    void add(char c, int at) {
        add(String.valueOf(c), at);
    }

    void add(String part, int at) {
        open = true;
        word.append(part);
        if (offset < 0) {
            offset = at;
        }
    }

    void endWord() {
        if (open) {
            words.add(word.toString());
            word = new StringBuilder();
            open = false;
        }
    }

    /// `2>`: the number belongs to the redirection.
    void dropFileDescriptor() {
        if (open && word.toString().matches("[0-9]")) {
            word = new StringBuilder();
            open = false;
        }
        endWord();
    }

    void redirect(boolean output, String target) {
        if (output) {
            writes.add(target.replace("\"", "").replace("'", ""));
        }
    }

    void finish(List<ShellCommand> found) {
        endWord();
        if (words.isEmpty() && writes.isEmpty() || isQuestion()) {
            return;
        }
        boolean limited = false;
        int start = 0;
        while (start < words.size() && isPrefix(start)) {
            if (words.get(start).equals("timeout")) {
                limited = true;
                start++;
                start = afterOptions(start) + 1;
            } else {
                boolean options = !words.get(start).contains("=");
                start++;
                start = options ? afterOptions(start) : start;
            }
        }
        found.add(
                new ShellCommand(
                        words.subList(Math.min(start, words.size()), words.size()),
                        limited,
                        writes,
                        Math.max(offset, 0)));
    }

    /// `command -v NAME` asks whether there is such a command and does not run it.
    private boolean isQuestion() {
        int command = words.indexOf("command");
        return command >= 0
                && command + 1 < words.size()
                && words.get(command + 1).matches("-[vV]");
    }

    private boolean isPrefix(int index) {
        String candidate = words.get(index);
        return BEFORE_A_COMMAND.contains(candidate)
                || candidate.equals("timeout")
                || candidate.matches("[A-Za-z_][A-Za-z0-9_]*=.*");
    }

    private int afterOptions(int start) {
        int next = start;
        while (next < words.size() && words.get(next).startsWith("-")) {
            next++;
        }
        return next;
    }
}
