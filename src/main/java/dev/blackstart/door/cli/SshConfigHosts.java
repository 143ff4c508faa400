package dev.blackstart.door.cli;

import dev.blackstart.inventory.Wildcard;
import dev.blackstart.reading.SshConfig;
import dev.blackstart.reading.SshEntry;
import dev.blackstart.scaffold.NewHost;
import dev.blackstart.view.Escaped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the hosts of an `ssh_config` into hosts of an inventory, together with the hosts they are
/// reached through, and says what was left out.
final class SshConfigHosts {
    private static final Pattern JUMP =
            Pattern.compile("(?:([^@,\\s]+)@)?([^@,:\\s/]+)(?::([0-9]{1,5}))?");

    private final SshConfig config;
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, NewHost> taken = new LinkedHashMap<>();

    SshConfigHosts(SshConfig config) {
        this.config = config;
        config.leftOut().forEach(problem -> remarks.add(Escaped.line(problem.toString())));
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    List<NewHost> matching(String pattern) {
        for (String alias : config.aliases()) {
            if (Wildcard.matches(pattern, alias)) {
                take(config.entry(alias));
            }
        }
        return List.copyOf(taken.values());
    }

    private void take(SshEntry entry) {
        Optional<Matcher> jump = entry.jump().map(JUMP::matcher);
        if (entry.command().isPresent()) {
            leave(
                    entry.alias(),
                    "it is reached through the ProxyCommand of line " + entry.command().get());
        } else if (jump.isPresent() && !jump.get().matches()) {
            leave(
                    entry.alias(),
                    "its ProxyJump names more than one host; add it by hand with the key jump");
        } else {
            NewHost host = host(entry, jump.map(it -> name(it.group(2))), true);
            boolean good = host.faults().isEmpty();
            if (!good) {
                leave(entry.alias(), host.faults().getFirst().message());
            } else if (jump.isEmpty() || through(jump.get())) {
                taken.put(host.name(), host);
                oneKey(entry);
            } else {
                leave(entry.alias(), "the host it is reached through cannot be taken");
            }
        }
    }

    /// @return the host to go through is in the inventory
    private boolean through(Matcher jump) {
        String name = name(jump.group(2));
        if (taken.containsKey(name)) {
            return true;
        }
        SshEntry entry = config.entry(jump.group(2));
        NewHost found = host(entry, Optional.empty(), false);
        NewHost host =
                new NewHost(
                        found.name(),
                        found.address(),
                        Optional.ofNullable(jump.group(1)).or(found::user),
                        Optional.ofNullable(jump.group(3)).map(Integer::valueOf).or(found::port),
                        found.identity(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        if (entry.jump().isPresent() || entry.command().isPresent() || !host.faults().isEmpty()) {
            return false;
        }
        taken.put(name, host);
        return true;
    }

    private static NewHost host(SshEntry entry, Optional<String> jump, boolean member) {
        return new NewHost(
                name(entry.alias()),
                entry.hostName(),
                entry.user(),
                entry.port(),
                entry.identities().stream().filter(it -> !it.equals("none")).findFirst(),
                jump,
                Optional.empty(),
                member);
    }

    private static String name(String alias) {
        return alias.toLowerCase(Locale.ROOT);
    }

    private void oneKey(SshEntry entry) {
        if (entry.identities().size() > 1) {
            remarks.add(
                    Escaped.line(entry.alias(), 64)
                            + " has several IdentityFile; the first one is taken.");
        }
    }

    private void leave(String alias, String why) {
        remarks.add(Escaped.line(alias, 64) + " is left out: " + Escaped.line(why) + ".");
    }
}
