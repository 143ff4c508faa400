package dev.blackstart.engine;

import dev.blackstart.run.Directive;
import dev.blackstart.run.Kept;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Secret;
import dev.blackstart.transport.Completion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The value that a `capture` printed, when it can be given back to an undo exactly as it was.
final class Captured {
    /// It goes to the undo in its environment, and a command line is at most 128 KiB long.
    private static final int LONGEST = 16 * 1024;

    /// Stands where a secret was hidden, and where bytes were no text.

    private static final String NO_TEXT = "\ufffd";

    private Captured() {}

    static RunEvent of(Directive.Capture directive, Completion completion) {
        return switch (completion) {
            case Completion.Exited it when it.status() == 0 -> printed(directive, it.stdout());
            case Completion.Exited it ->
                    unknown(directive, "`capture` ended with exit " + it.status());
            case Completion.Signalled it ->
                    unknown(directive, "`capture` was ended by signal " + it.signal());
            case Completion.DeadlinePassed it ->
                    unknown(directive, "`capture` did not answer in time");
            case Completion.Lost it -> unknown(directive, it.reason());
            case Completion.Unreachable it -> unknown(directive, it.reason());
        };
    }

    private static RunEvent printed(Directive.Capture directive, Kept stdout) {
        String text = stdout.text();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST || stdout.bytes() > LONGEST) {
            return unknown(
                    directive,
                    "`capture` printed %,d bytes, and at most %,d can be kept; print a path or a hash"
                            .formatted(stdout.bytes(), LONGEST));
        }
        if (text.contains(Secret.MASKED)) {
            return unknown(
                    directive,
                    "`capture` printed a secret or ***, which is never kept; print a hash");
        }
        if (text.contains(NO_TEXT) || text.indexOf('\0') >= 0) {
            return unknown(directive, "`capture` printed what is no text in UTF-8; print a hash");
        }
        return new RunEvent.Captured(
                directive.step(),
                directive.host(),
                directive.when(),
                Optional.of(text.replaceAll("[\\r\\n]+\\z", "")),
                "");
    }

    private static RunEvent unknown(Directive.Capture directive, String reason) {
        return new RunEvent.Captured(
                directive.step(), directive.host(), directive.when(), Optional.empty(), reason);
    }
}
