package dev.blackstart.transport.simulated;

import dev.blackstart.transport.wrapper.HostWords;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The claims on one host, as the wrapper's scripts keep them: taken once, told for ever, gone with
/// a reboot.
final class Claims {
    private final Map<String, Claimed> claims = new HashMap<>();

    /// @param done empty while it runs
    private record Claimed(boolean isVoid, Instant started, Optional<HostWords.Done> done) {}

    /// Whether this call took it.
    boolean take(String claim, Instant now) {
        return claims.putIfAbsent(claim, new Claimed(false, now, Optional.empty())) == null;
    }

    boolean has(String claim) {
        return claims.containsKey(claim);
    }

    void ended(String claim, HostWords.Done done) {
        claims.computeIfPresent(
                claim, (name, it) -> new Claimed(false, it.started(), Optional.of(done)));
    }

    void lost() {
        claims.clear();
    }

    /// What `receipt.sh` prints; takes the claim where there is none.
    String receipt(String nonce, String claim, String bootId, long upSeconds, Instant now) {
        Claimed found =
                claims.computeIfAbsent(claim, name -> new Claimed(true, now, Optional.empty()));
        return found.isVoid()
                ? HostWords.noClaim(nonce, bootId, upSeconds)
                : HostWords.found(nonce, bootId, upSeconds, found.started(), found.done());
    }
}
