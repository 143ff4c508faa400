package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPublickey;

/// What we can show a server to be let in: key files first, then the keys of ssh-agent.
final class Credentials {
    /// @param words what was offered and what could not be, for a message
    record Offer(List<AuthMethod> methods, List<String> words) {}

    private final KeyFiles files;
    private final Optional<Agent> agent;

    Credentials(KeyFiles files, Optional<Agent> agent) {
        this.files = files;
        this.agent = agent;
    }

    Offer of(Host host) {
        Offer offer = new Offer(new ArrayList<>(), new ArrayList<>());
        for (KeyFiles.Loaded file : files.of(host)) {
            file.key().map(AuthPublickey::new).ifPresent(offer.methods()::add);
            offer.words().add(file.remark());
        }
        agent.ifPresent(it -> add(it, offer));
        return offer;
    }

    private static void add(Agent agent, Offer offer) {
        try {
            for (Agent.Identity identity : agent.identities()) {
                offer.methods().add(new AgentAuth(agent, identity));
                offer.words().add("ssh-agent's " + identity.comment());
            }
        } catch (IOException e) {
            offer.words().add("ssh-agent does not answer: " + e.getMessage());
        }
    }
}
