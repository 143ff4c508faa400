package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import java.util.Set;

/// The keys a host is known by: the one pinned in the inventory, else those of `known_hosts`.
/// Contacts nobody.
public final class PinnedKeys {
    private final HostTrust trust;

    public PinnedKeys(SshSettings settings) {
        this.trust = new HostTrust(new KnownHosts(settings.knownHosts()));
    }

    /// Empty for a host that is not known yet.
    public Set<HostKey> of(Host host) {
        return trust.known(host);
    }
}
