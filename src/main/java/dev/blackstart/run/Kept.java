package dev.blackstart.run;

import java.util.Optional;

/// One stream of a command's output as it was kept.
///
/// @param text what can be shown and evaluated: at most the first 256 KiB and the last 768 KiB
/// @param bytes how many bytes the host sent, all counted
/// @param sha256 hex digest over all bytes sent
/// @param blob digest of the side file that holds them, empty when there were none
public record Kept(String text, long bytes, String sha256, Optional<String> blob) {
    public static final Kept NOTHING =
            new Kept(
                    "",
                    0,
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    Optional.empty());
}
