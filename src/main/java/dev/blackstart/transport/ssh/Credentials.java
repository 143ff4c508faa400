package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPublickey;

/// What we can show a server to be let in: key files first, then the keys of ssh-agent.
final class Credentials {
    /// @param words what was offered and what could not be, for a message
    /// @param gone ssh-agent had keys before, and gives none now
    record Offer(List<AuthMethod> methods, List<String> words, boolean gone) {}

    private final KeyFiles files;
    private final Optional<Agent> agent;
    private final AtomicBoolean agentGave = new AtomicBoolean();

    Credentials(KeyFiles files, Optional<Agent> agent) {
        this.files = files;
        this.agent = agent;
    }

    Offer of(Host host) {
        List<AuthMethod> methods = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (KeyFiles.Loaded file : files.of(host)) {
            file.key().map(AuthPublickey::new).ifPresent(methods::add);
            words.add(file.remark());
        }
        boolean gone = agent.isPresent() && !added(agent.get(), methods, words) && agentGave.get();
        return new Offer(methods, words, gone);
    }

    /// False when it gave no key.
    private boolean added(Agent agent, List<AuthMethod> methods, List<String> words) {
        try {
            List<Agent.Identity> identities = agent.identities();
            for (Agent.Identity identity : identities) {
                methods.add(new AgentAuth(agent, identity));
                words.add("ssh-agent's " + identity.comment());
            }
            if (identities.isEmpty() && agentGave.get()) {
                words.add("ssh-agent holds no key any more");
            }
            agentGave.compareAndSet(false, !identities.isEmpty());
            return !identities.isEmpty();
        } catch (IOException e) {
            words.add("ssh-agent does not answer: " + e.getMessage());
            return false;
        }
    }
}
