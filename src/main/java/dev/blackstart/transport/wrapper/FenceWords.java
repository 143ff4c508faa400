package dev.blackstart.transport.wrapper;

import java.util.Optional;

/// What a host says when a fence is in the way.
final class FenceWords {
    private FenceWords() {}

    /// @param words `fenced EPOCH SECONDS RUN WHO`, the same with `working`, or `superseded EPOCH
    ///   RUN WHO`
    static Optional<String> sentence(String words, Claim claim) {
        String[] said = words.split(" ");
        if (said.length == 5 && said[0].equals("fenced")) {
            return Optional.of(
                    "%s is fenced by %s, run %s, epoch %s, for %s more unless that run ends before"
                            .formatted(
                                    claim.action().host(),
                                    said[4],
                                    said[3],
                                    said[1],
                                    minutes(said[2])));
        }
        if (said.length == 5 && said[0].equals("working")) {
            return Optional.of(
                    "%s is fenced by %s, run %s, and an action of that run is at work there, or may still be undone there by itself; nothing was put aside"
                            .formatted(claim.action().host(), said[4], said[3]));
        }
        return said.length == 4 && said[0].equals("superseded")
                ? Optional.of(
                        "fenced on %s: %s came later, with run %s at epoch %s"
                                .formatted(claim.action().host(), said[3], said[2], said[1]))
                : Optional.empty();
    }

    private static String minutes(String seconds) {
        return seconds.matches("[0-9]{1,9}")
                ? Math.ceilDiv(Integer.parseInt(seconds), 60) + " min"
                : "some time";
    }
}
