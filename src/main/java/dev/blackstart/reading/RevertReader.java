package dev.blackstart.reading;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Verify;
import java.time.Duration;
import java.util.Optional;

/// Checks what `auto_revert` asks of the keys beside it: the host carries the undo out alone, with
/// the rights of the action and nobody there to type a secret.
final class RevertReader {
    private static final String KEY = "auto_revert";

    private final Desk desk;

    RevertReader(Desk desk) {
        this.desk = desk;
    }

    void check(
            Entries entries,
            Optional<Command> command,
            Optional<Command> undo,
            Optional<Verify> verify) {
        Optional<Duration> after = entries.duration(KEY);
        if (after.isEmpty() || command.isEmpty() || undo.isEmpty()) {
            return;
        }
        if (command.get().sudo() != undo.get().sudo()) {
            error(
                    entries,
                    "with `auto_revert` the host carries `undo` out with the rights of the action; give both the same `sudo`");
        }
        if (undo.get().stdin().isPresent()) {
            error(
                    entries,
                    "with `auto_revert` the host carries `undo` out by itself, and a secret on `stdin` cannot wait there; leave `stdin` out of `undo`");
        }
        if (verify.filter(it -> it.within().compareTo(after.get()) >= 0).isPresent()) {
            error(
                    entries,
                    "`auto_revert` must be longer than `within` of `verify`, or the host undoes it before the proof has had its time");
        }
    }

    private void error(Entries entries, String sentence) {
        desk.problems().error(entries.valueAt(KEY), KEY, sentence);
    }
}
