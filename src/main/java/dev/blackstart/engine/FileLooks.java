package dev.blackstart.engine;

import dev.blackstart.run.Directive;
import dev.blackstart.run.FileState;
import dev.blackstart.run.RunEvent;
import dev.blackstart.transport.Completion;

/// What a look at a file says: `no REASON`, `absent`, or `file SHA256 BYTES` and its start.
final class FileLooks {
    private FileLooks() {}

    static RunEvent seen(Directive.LookAtFile look, Completion completion) {
        return new RunEvent.FileSeen(
                look.step(), look.prepared().host(), look.path(), state(completion));
    }

    private static FileState state(Completion completion) {
        return switch (completion) {
            case Completion.Exited it when it.status() == 0 -> said(it.stdout().text());
            case Completion.Exited it ->
                    new FileState.Unknown(
                            "the look ended with exit %d: %s"
                                    .formatted(it.status(), it.stderr().text().strip()));
            case Completion.Signalled it -> new FileState.Unknown("signal " + it.signal());
            case Completion.DeadlinePassed it -> new FileState.Unknown("no answer in time");
            case Completion.Lost it -> new FileState.Unknown(it.reason());
            case Completion.Unreachable it -> new FileState.Unknown(it.reason());
        };
    }

    private static FileState said(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        String[] words = first.strip().split(" +", 3);
        if (words[0].equals("absent")) {
            return new FileState.Absent();
        }
        if (words[0].equals("file")
                && words.length == 3
                && words[1].matches("[0-9a-f]{64}")
                && words[2].matches("[0-9]{1,15}")) {
            return new FileState.Present(
                    words[1], Long.parseLong(words[2]), text.substring(end + 1));
        }
        return words[0].equals("no")
                ? new FileState.Unusable(first.substring(2).strip())
                : new FileState.Unknown("the host said: " + first);
    }
}
