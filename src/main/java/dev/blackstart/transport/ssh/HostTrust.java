package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import dev.blackstart.inventory.HostName;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Whether the key a host shows is its own: the pinned one, else one of `known_hosts`.
final class HostTrust {
    private final KnownHosts knownHosts;

    /// What each host showed first: a host known by several keys must not change between them
    /// meanwhile.
    private final Map<HostName, HostKey> shown = new ConcurrentHashMap<>();

    HostTrust(KnownHosts knownHosts) {
        this.knownHosts = knownHosts;
    }

    /// The key types the host is known by, to ask for those first.
    Set<String> types(Host host) {
        return known(host).stream().map(HostKey::type).collect(Collectors.toSet());
    }

    Set<HostKey> known(Host host) {
        return host.hostKey().map(Set::of).orElseGet(() -> knownHosts.keys(names(host)));
    }

    /// Under which names `known_hosts` may have it: address and inventory name, with the port
    /// unless it is 22.
    static List<String> names(Host host) {
        return List.of(host.address().value(), host.name().value()).stream()
                .map(name -> host.port() == 22 ? name : "[" + name + "]:" + host.port())
                .toList();
    }

    /// Empty: trusted. Otherwise one sentence why not.
    Optional<String> refusal(Host host, PublicKey offered) {
        HostKey key = KeyBlob.of(offered);
        String who = host.name() + " (" + HostPlace.of(host) + ")";
        if (knownHosts.revoked(key)) {
            return Optional.of(
                    "The host key of %s, %s, is revoked in known_hosts."
                            .formatted(who, words(key)));
        }
        if (KeyBlob.weak(offered)) {
            return Optional.of(
                    "The host key of %s is an RSA key of fewer than %d bits; give the host an ed25519 key."
                            .formatted(who, KeyBlob.SHORTEST_RSA));
        }
        Set<HostKey> known = known(host);
        if (known.contains(key)) {
            HostKey before = shown.putIfAbsent(host.name(), key);
            return before == null || before.equals(key)
                    ? Optional.empty()
                    : Optional.of(changed(who, Set.of(before), key));
        }
        return Optional.of(known.isEmpty() ? unknown(host, who, key) : changed(who, known, key));
    }

    private String unknown(Host host, String who, HostKey key) {
        Optional<String> damage =
                host.hostKey().isPresent() ? Optional.empty() : knownHosts.damage();
        return damage.map(
                        text -> "The host key of %s cannot be looked up: %s.".formatted(who, text))
                .orElseGet(() ->
                        """
                        The host key of %s is not known; it shows %s.
                        Compare that with `ssh-keygen -lf /etc/ssh/%s` on the host's own console; if they are equal, \
                        add this line under %s in inventory.yaml:
                          host_key: %s %s\
                        """
                                .formatted(
                                        who,
                                        words(key),
                                        keyFile(key.type()),
                                        host.name(),
                                        key.type(),
                                        key.base64()));
    }

    private static String changed(String who, Set<HostKey> known, HostKey key) {
        String before =
                known.stream().map(HostTrust::words).sorted().collect(Collectors.joining(" or "));
        return "The host key of %s has changed: known is %s, it shows %s. Find out why, and pin the new key only after comparing it on the host's own console."
                .formatted(who, before, words(key));
    }

    private static String words(HostKey key) {
        return key.type() + " " + key.fingerprint();
    }

    private static String keyFile(String type) {
        return switch (type) {
            case "ssh-ed25519" -> "ssh_host_ed25519_key.pub";
            case "ssh-rsa" -> "ssh_host_rsa_key.pub";
            default -> "ssh_host_ecdsa_key.pub";
        };
    }
}
