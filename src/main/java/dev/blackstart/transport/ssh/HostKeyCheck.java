package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/// Looks at the host key of one connection, before anything of ours is offered, and remembers why
/// it was refused.
final class HostKeyCheck implements HostKeyVerifier {
    private final HostTrust trust;
    private final Host host;
    private volatile Optional<String> refusal = Optional.empty();

    HostKeyCheck(HostTrust trust, Host host) {
        this.trust = trust;
        this.host = host;
    }

    @Override
    public boolean verify(String name, int port, PublicKey key) {
        refusal = trust.refusal(host, key);
        return refusal.isEmpty();
    }

    /// The order of algorithms is set in the configuration already.
    @Override
    public List<String> findExistingAlgorithms(String name, int port) {
        return List.of();
    }

    Optional<String> refusal() {
        return refusal;
    }
}
