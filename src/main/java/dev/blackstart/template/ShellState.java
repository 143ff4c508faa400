package dev.blackstart.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where in a shell command a reader stands: plain, in quotes, in a comment, and so on. What it
/// cannot follow with certainty it gives up on: from there on no value may be inserted.
final class ShellState {
    private static final Pattern READ_AGAIN =
            Pattern.compile(
                    "(?:^|[\\s/;&|(])(?:(?:eval|ssh|let)\\s.*|(?:\\[\\[)\\s.*|(?:\\w*sh|su)\\s(?:.*\\s)?-\\w*c\\s+)$",
                    Pattern.DOTALL);
    private static final Pattern CASE = Pattern.compile("(?:^|\\s)case$");

    /// Most characters of one simple command that are followed.
    private static final int LONGEST = 4_000;

    enum Context {
        PLAIN,
        SINGLE,
        DOUBLE,
        COMMENT,
        BRACE,
        /// `$( )`
        SUBSTITUTION,
        /// `( )` within that
        PARENTHESIS
    }

    enum Boundary {
        WORD_START,
        IN_WORD,
        /// depends on a branch
        EITHER
    }

    /// @param words what stands unquoted since the last separator of commands
    private record Frame(Context context, String words) {}

    private final Deque<Frame> frames = new ArrayDeque<>();
    private Boundary boundary = Boundary.WORD_START;
    private boolean escaped;
    private boolean dollar;
    private boolean less;
    private boolean opened;
    private Optional<String> lost = Optional.empty();

    ShellState() {
        frames.push(new Frame(Context.PLAIN, ""));
    }

    ShellState copy() {
        ShellState copy = new ShellState();
        copy.frames.clear();
        copy.frames.addAll(frames);
        copy.boundary = boundary;
        copy.escaped = escaped;
        copy.dollar = dollar;
        copy.less = less;
        copy.opened = opened;
        copy.lost = lost;
        return copy;
    }

    /// Why a value cannot be inserted here; empty when it can, as one word of its own or part of
    /// one.
    Optional<String> objection() {
        if (lost.isPresent()) {
            return lost;
        }
        if (escaped) {
            return Optional.of(
                    "stands right after a backslash; take the backslash away, the value is quoted by itself");
        }
        if (dollar) {
            return Optional.of(
                    "stands right after `$`, which changes what quotes mean; put something between them");
        }
        return switch (context()) {
            case SINGLE, DOUBLE ->
                    Optional.of(
                            "stands inside quotes; take the quotes away, the value is quoted by itself");
            case COMMENT ->
                    Optional.of("stands in a shell comment; take it out, or the comment sign away");
            case BRACE -> Optional.of("stands inside ${ }; assign it to a variable first");
            case PLAIN, SUBSTITUTION, PARENTHESIS -> readAgain();
        };
    }

    private Optional<String> readAgain() {
        return READ_AGAIN.matcher(top().words()).find()
                ? Optional.of(
                        "would be read again as a program; put the command into a script, which gets values through env:")
                : Optional.empty();
    }

    void value() {
        boundary = Boundary.IN_WORD;
        less = false;
        opened = false;
        remember('\u0001');
    }

    void text(String text) {
        text.chars().forEach(c -> character((char) c));
    }

    private void character(char c) {
        switch (context()) {
            case PLAIN, SUBSTITUTION, PARENTHESIS -> unquoted(c);
            case DOUBLE -> doubleQuoted(c);
            case SINGLE -> leaveAt(c, '\'');
            case BRACE -> braced(c);
            case COMMENT -> {
                if (c == '\n') {
                    pop();
                    separator();
                }
            }
        }
    }

    private void unquoted(char c) {
        if (escaped) {
            escaped = false;
            boundary = c == '\n' ? boundary : Boundary.IN_WORD;
            return;
        }
        boolean afterDollar = dollar;
        boolean afterLess = less;
        boolean afterOpening = opened;
        dollar = c == '$' && !afterDollar;
        less = c == '<';
        opened = false;
        Boundary before = boundary;
        boundary = Boundary.IN_WORD;
        switch (c) {
            case '\\' -> {
                escaped = true;
                boundary = before;
            }
            case '\'' -> {
                push(Context.SINGLE);
                if (afterDollar) {
                    giveUp("$'", "write plain quotes");
                }
            }
            case '"' -> push(Context.DOUBLE);
            case '`' -> giveUp("a backtick", "write $( ) instead");
            case '(' -> opening(afterDollar, afterOpening);
            case ')' -> closing();
            case '{' -> {
                if (afterDollar) {
                    push(Context.BRACE);
                }
            }
            case '<' -> {
                boundary = Boundary.WORD_START;
                if (afterLess) {
                    giveUp(
                            "a here-document (<<)",
                            "put the command into a script, which gets values through env:");
                }
            }
            case '#' -> hash(before, afterDollar);
            case ' ', '\t' -> blank();
            case '\n', ';', '&', '|' -> separator();
            case '>' -> boundary = Boundary.WORD_START;
            default -> remember(c);
        }
    }

    private void doubleQuoted(char c) {
        if (escaped) {
            escaped = false;
            return;
        }
        boolean afterDollar = dollar;
        dollar = c == '$' && !afterDollar;
        opened = false;
        switch (c) {
            case '\\' -> escaped = true;
            case '"' -> {
                dollar = false;
                pop();
            }
            case '`' -> giveUp("a backtick", "write $( ) instead");
            case '(' -> {
                if (afterDollar) {
                    opening(true, false);
                }
            }
            case '{' -> {
                if (afterDollar) {
                    push(Context.BRACE);
                }
            }
            default -> {}
        }
    }

    private void braced(char c) {
        dollar = false;
        if ("'\"\\`({<".indexOf(c) >= 0) {
            giveUp("${ } with more than a name in it", "assign it to a variable first");
        }
        leaveAt(c, '}');
    }

    private void leaveAt(char c, char end) {
        if (c == end) {
            pop();
            boundary = Boundary.IN_WORD;
        }
    }

    private void opening(boolean afterDollar, boolean afterOpening) {
        boundary = Boundary.WORD_START;
        if (afterOpening) {
            giveUp("$((", "compute in a script, which gets values through env:");
        }
        if (afterDollar) {
            push(Context.SUBSTITUTION);
            opened = true;
        } else if (context() == Context.PLAIN) {
            separator();
        } else {
            push(Context.PARENTHESIS);
        }
    }

    private void closing() {
        Context closed = context();
        if (closed == Context.PLAIN) {
            separator();
            return;
        }
        pop();
        boundary = closed == Context.SUBSTITUTION ? Boundary.IN_WORD : Boundary.WORD_START;
    }

    private void hash(Boundary before, boolean afterDollar) {
        if (afterDollar || before == Boundary.IN_WORD) {
            return;
        }
        if (before == Boundary.EITHER || frames.size() > 1) {
            giveUp("a `#` that may or may not begin a comment", "put quotes around it");
        }
        push(Context.COMMENT);
    }

    private void blank() {
        boundary = Boundary.WORD_START;
        if (frames.size() > 1 && CASE.matcher(top().words()).find()) {
            giveUp(
                    "`case` inside $( )",
                    "put the command into a script, which gets values through env:");
        }
        remember(' ');
    }

    private void separator() {
        if (frames.size() > 1 && CASE.matcher(top().words()).find()) {
            giveUp(
                    "`case` inside $( )",
                    "put the command into a script, which gets values through env:");
        }
        boundary = Boundary.WORD_START;
        frames.push(new Frame(frames.pop().context(), ""));
    }

    private void giveUp(String where, String instead) {
        if (lost.isEmpty()) {
            lost =
                    Optional.of(
                            "stands after "
                                    + where
                                    + ", where quoting cannot be followed; "
                                    + instead);
        }
    }

    private void remember(char c) {
        Frame top = frames.pop();
        frames.push(new Frame(top.context(), top.words() + c));
        if (top.words().length() > LONGEST) {
            giveUp(
                    "4,000 characters of one command",
                    "put the command into a script, which gets values through env:");
        }
    }

    private void push(Context context) {
        frames.push(new Frame(context, ""));
    }

    private void pop() {
        if (frames.size() > 1) {
            frames.pop();
        }
    }

    private Frame top() {
        Frame top = frames.peek();
        if (top == null) {
            throw new IllegalStateException("the outermost frame is never taken away");
        }
        return top;
    }

    private Context context() {
        return top().context();
    }

    /// Another branch ends here too; false when both do not leave the quotes alike.
    boolean join(ShellState other) {
        boolean alike =
                frames.stream()
                                .map(Frame::context)
                                .toList()
                                .equals(other.frames.stream().map(Frame::context).toList())
                        && escaped == other.escaped
                        && dollar == other.dollar
                        && less == other.less
                        && opened == other.opened;
        boundary = boundary == other.boundary ? boundary : Boundary.EITHER;
        lost = lost.or(() -> other.lost);
        if (alike) {
            joinWords(other);
        }
        return alike;
    }

    private void joinWords(ShellState other) {
        Deque<Frame> joined = new ArrayDeque<>();
        var theirs = other.frames.iterator();
        for (Frame mine : frames) {
            String their = theirs.next().words();
            joined.add(
                    mine.words().equals(their)
                            ? mine
                            : new Frame(mine.context(), mine.words() + " " + their));
        }
        frames.clear();
        frames.addAll(joined);
    }
}
