package dev.blackstart.transport.wrapper;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunId;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names one sending on its host: a claim can be taken only once.
///
/// @param nonce 8 to 64 letters and digits nobody else knows; marks the wrapper's own words
public record Claim(RunId run, ActionKey action, Purpose purpose, String nonce) {
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9]{8,64}");

    public Claim {
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException(
                    "not a nonce of 8 to 64 letters and digits: " + nonce);
        }
    }

    /// The claim directory's name; steps hold no `-`, so nothing collides.
    public String directory() {
        return "%s-%s-%s-%d-%s"
                .formatted(
                        run,
                        action.step(),
                        purpose.name().toLowerCase(Locale.ROOT),
                        action.attempt(),
                        nonce);
    }
}
