package dev.blackstart.transport.wrapper;

import dev.blackstart.transport.Completion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The lines `receipt.sh` prints, and what they mean for one sending.
final class ReceiptText {
    /// A file system in memory on every host that has one there.
    private static final String MEMORY = "/run/";

    private static final Duration TOLD_FOR = Duration.ofDays(5);

    /// Nobody can tell whether it had done its work before.
    private static final String STOPPED_WELL = "it was stopped, and ended with exit 0 on that";

    /// An action can remove the very place of its claim.
    private static final String EMPTIED =
            "the host took the command and has neither a claim of it nor anything it keeps beside claims: that place was emptied since, or it never began";

    /// Whatever it did, its end is written down nowhere.
    private static final String TAKEN_AWAY =
            "the host noted that it was begun, and the claim that would tell its end was taken away since";

    private final Completion.Exited exited;
    private final Receipt.Sending sending;
    private final Map<String, String> said = new HashMap<>();
    private String stdout = "";
    private String stderr = "";

    ReceiptText(Completion.Exited exited, Receipt.Sending sending) {
        this.exited = exited;
        this.sending = sending;
    }

    Receipt receipt() {
        String start = sending.claim().nonce() + " receipt\n";
        int begin = exited.stdout().text().indexOf(start);
        if (begin < 0) {
            return new Receipt.Unreadable(
                    "the receipt could not be read (exit %d): %s"
                            .formatted(exited.status(), exited.stderr().text().strip()));
        }
        split(exited.stdout().text().substring(begin + start.length()));
        String claim = said.getOrDefault("claim", "");
        Optional<String> fenced = FenceWords.sentence(claim, sending.claim());
        if (fenced.isPresent()) {
            return new Receipt.Unreadable(fenced.get());
        }
        return switch (claim) {
            case "none" -> rebooted() ? lost() : none();
            case "found" -> found();
            default ->
                    new Receipt.Unreadable(
                            "the claims on the host can be neither read nor taken by this user");
        };
    }

    private void split(String text) {
        int out = text.indexOf("\nout\n");
        String head = out < 0 ? text : text.substring(0, out);
        head.lines()
                .map(line -> line.split(" ", 2))
                .forEach(pair -> said.put(pair[0], value(pair)));
        if (out >= 0) {
            String between = "\n" + sending.claim().nonce() + " err\n";
            String streams = text.substring(out + "\nout\n".length());
            int err = streams.lastIndexOf(between);
            stdout = err < 0 ? streams : streams.substring(0, err);
            stderr = err < 0 ? "" : streams.substring(err + between.length());
        }
    }

    private static String value(String[] pair) {
        return pair.length > 1 ? pair[1].strip() : "";
    }

    private Receipt found() {
        if (strange()) {
            return new Receipt.LostByReboot(Optional.of(said.getOrDefault("claimed", "")));
        }
        String[] exit = said.getOrDefault("exit", "").split(" ");
        if (exit.length == 2 && exit[1].matches("[0-9]{1,3}")) {
            if (exit[0].equals("stopped") && exit[1].equals("0")) {
                return new Receipt.Unreadable(STOPPED_WELL);
            }
            return exit[0].equals("alive")
                    ? new Receipt.Unreadable(
                            "its deadline passed and the host could not stop all of it")
                    : new Receipt.Done(
                            Integer.parseInt(exit[1]),
                            exit[0].equals("timeout"),
                            tail(stdout),
                            tail(stderr));
        }
        String claimed = said.getOrDefault("claimed", "");
        if (!claimed.isEmpty() && !claimed.equals(said.get("boot"))) {
            return new Receipt.LostByReboot(Optional.of(claimed));
        }
        return "alive".equals(said.get("carrier"))
                ? new Receipt.Running(since())
                : new Receipt.Unreadable(
                        "the process that carried it is gone and left no exit status");
    }

    private static String tail(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length < ReceiptCommand.TAIL
                ? text
                : "[... only the last %,d bytes were read ...]\n%s"
                        .formatted(ReceiptCommand.TAIL, text);
    }

    /// Memory does not outlive a boot: what lies there from another one is no word of this host's.
    private boolean strange() {
        boolean memory = said.getOrDefault("place", "").startsWith(MEMORY);
        return memory && !said.getOrDefault("claimed", "").equals(said.getOrDefault("boot", ""));
    }

    private Instant since() {
        String started = said.getOrDefault("started", "");
        return started.matches("[0-9]{1,12}")
                ? Instant.ofEpochSecond(Long.parseLong(started))
                : Instant.EPOCH;
    }

    /// Hosts clean claims up that are over a week old: of what is older than that no claim says
    /// nothing. Two days are for clocks that differ.
    private Receipt none() {
        String kept = said.getOrDefault("kept", "some");
        if (kept.equals("noted")) {
            return new Receipt.Unreadable(TAKEN_AWAY);
        }
        if (sending.taken() && kept.equals("none")) {
            return new Receipt.Unreadable(EMPTIED);
        }
        return sending.age().compareTo(TOLD_FOR) < 0
                ? new Receipt.NotStarted()
                : new Receipt.Unreadable(
                        "the host has no receipt of it, and keeps none for longer than a week; it was sent %d days ago"
                                .formatted(sending.age().toDays()));
    }

    private Receipt lost() {
        return new Receipt.LostByReboot(sending.bootId());
    }

    /// Without a boot id of then, a host that is up for a shorter time than the sending is old was
    /// rebooted.
    private boolean rebooted() {
        return sending.bootId()
                .map(before -> !before.equals(said.get("boot")))
                .orElseGet(() -> up().compareTo(sending.age()) < 0);
    }

    private Duration up() {
        String seconds = said.getOrDefault("up", "").split("[. ]")[0];
        return seconds.matches("[0-9]{1,12}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }
}
