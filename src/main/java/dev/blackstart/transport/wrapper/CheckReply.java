package dev.blackstart.transport.wrapper;

import dev.blackstart.inventory.Host;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Prepared;
import dev.blackstart.transport.Completion;

/// What came of a command that only looks, without the words of the wrapper. What `sudo` refused to
/// start was never carried out, whatever exit status `sudo` itself ended with.
public final class CheckReply {
    private static final int LONGEST = 200;

    private CheckReply() {}

    /// @param host where it was sent
    public static Completion of(Prepared prepared, Host host, Completion completion) {
        if (!prepared.sudo()) {
            return completion;
        }
        return switch (completion) {
            case Completion.Exited it ->
                    begun(it.stderr())
                            ? new Completion.Exited(
                                    it.status(),
                                    it.stdout(),
                                    without(it.stderr()),
                                    it.took(),
                                    it.bootId())
                            : refused(refusal(host, it));
            case Completion.Signalled it ->
                    begun(it.stderr())
                            ? new Completion.Signalled(
                                    it.signal(),
                                    it.stdout(),
                                    without(it.stderr()),
                                    it.took(),
                                    it.bootId())
                            : refused(
                                    "signal "
                                            + it.signal()
                                            + " ended sudo before it started the command");
            case Completion.DeadlinePassed it ->
                    begun(it.stderr())
                            ? new Completion.DeadlinePassed(
                                    it.stdout(), without(it.stderr()), it.took(), it.bootId())
                            : new Completion.Unreachable(
                                    Completion.Cause.NO_SESSION,
                                    "sudo did not start the command in time");
            case Completion.Lost it ->
                    new Completion.Lost(
                            it.reason(),
                            it.stdout(),
                            without(it.stderr()),
                            it.took(),
                            it.handover());
            case Completion.Unreachable it -> it;
        };
    }

    private static boolean begun(Kept stderr) {
        return stderr.text().contains(CheckCommand.BEGUN);
    }

    private static Kept without(Kept stderr) {
        int at = stderr.text().indexOf(CheckCommand.BEGUN);
        return at < 0
                ? stderr
                : Cleared.of(
                        stderr.text().substring(0, at)
                                + stderr.text().substring(at + CheckCommand.BEGUN.length()),
                        stderr);
    }

    private static Completion refused(String reason) {
        return new Completion.Unreachable(Completion.Cause.DECLINED, reason);
    }

    private static String refusal(Host host, Completion.Exited exited) {
        String said =
                exited.stderr().text().strip().lines().reduce((first, next) -> next).orElse("");
        String shown = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        return SudoWords.refused(said)
                ? "user %s may not run this as root without a password (%s)"
                        .formatted(host.user(), shown)
                : "sudo did not start the command for user %s (exit %d)%s"
                        .formatted(
                                host.user(), exited.status(), shown.isEmpty() ? "" : ": " + shown);
    }
}
