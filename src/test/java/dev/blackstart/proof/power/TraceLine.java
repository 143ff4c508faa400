package dev.blackstart.proof.power;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One finished system call as `strace -y -xx` prints it: every byte of a text as `\x2f`, and
/// behind each descriptor what it stands for.
record TraceLine(String call, String arguments, String result) {
    private static final Pattern FINISHED =
            Pattern.compile("(\\w+)\\((.*)\\)\\s+= (-?\\w+).*", Pattern.DOTALL);
    private static final Pattern DESCRIPTOR = Pattern.compile("^\\d+<([^>]*)>");

    static Optional<TraceLine> of(String line) {
        Matcher matcher = FINISHED.matcher(line);
        return matcher.matches()
                ? Optional.of(new TraceLine(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    boolean failed() {
        return result.startsWith("-");
    }

    /// The path behind the descriptor that comes first.
    Optional<String> descriptor() {
        Matcher matcher = DESCRIPTOR.matcher(arguments);
        return matcher.find()
                ? Optional.of(new String(bytes(matcher.group(1)), UTF_8))
                : Optional.empty();
    }

    /// The n-th text in quotes, from 0.
    byte[] text(int number) {
        int start = -1;
        int end = -1;
        for (int i = 0; i <= number; i++) {
            start = arguments.indexOf('"', end + 1);
            end = arguments.indexOf('"', start + 1);
        }
        if (arguments.startsWith("...", end + 1)) {
            throw new IllegalStateException("the recording is cut off in " + call);
        }
        return bytes(arguments.substring(start + 1, end));
    }

    String path() {
        return new String(text(0), UTF_8);
    }

    /// The last argument as a number.
    int lastNumber() {
        return Integer.parseInt(arguments.substring(arguments.lastIndexOf(' ') + 1));
    }

    private static byte[] bytes(String printed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(printed.length() / 4 + 1);
        for (int i = 0; i < printed.length(); i++) {
            if (printed.charAt(i) == '\\' && printed.charAt(i + 1) == 'x') {
                out.write(Integer.parseInt(printed, i + 2, i + 4, 16));
                i += 3;
            } else {
                out.write(printed.charAt(i));
            }
        }
        return out.toByteArray();
    }
}
