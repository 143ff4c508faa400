package dev.blackstart.reading;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Goes through the lines of an `ssh_config` for one host; the first value of a key holds, as in
/// OpenSSH, only identities add up.
final class SshEntryFold {
    private static final String NONE = "none";

    private final String alias;
    private boolean holds = true;
    private Optional<String> hostName = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<Integer> port = Optional.empty();
    private Optional<String> jump = Optional.empty();
    private Optional<Integer> command = Optional.empty();
    private final Set<String> identities = new LinkedHashSet<>();

    SshEntryFold(String alias) {
        this.alias = alias;
    }

    void take(SshConfigLine line) {
        switch (line.keyword()) {
            case "host" -> holds = SshBlock.host(line.words(), alias);
            case "match" -> holds = SshBlock.match(line.words(), alias, reached());
            default -> {
                if (holds) {
                    value(line);
                }
            }
        }
    }

    private void value(SshConfigLine line) {
        switch (line.keyword()) {
            case "hostname" -> hostName = hostName.or(line::first);
            case "user" -> user = user.or(line::first);
            case "port" -> port = port.or(() -> line.first().flatMap(SshEntryFold::port));
            case "identityfile" -> line.first().ifPresent(identities::add);
            case "proxyjump" -> {
                if (command.isEmpty() && jump.isEmpty() && !line.rest().isEmpty()) {
                    jump = Optional.of(line.rest());
                }
            }
            case "proxycommand" -> {
                if (command.isEmpty() && jump.isEmpty()) {
                    command = Optional.of(line.number());
                }
            }
            default -> {}
        }
    }

    private static Optional<Integer> port(String text) {
        return text.matches("[0-9]{1,5}")
                ? Optional.of(Integer.parseInt(text)).filter(it -> it >= 1 && it <= 65535)
                : Optional.empty();
    }

    private String reached() {
        return hostName.map(name -> name.replace("%h", alias).replace("%%", "%")).orElse(alias);
    }

    SshEntry entry() {
        return new SshEntry(
                alias,
                reached().toLowerCase(Locale.ROOT),
                user,
                port,
                identities.stream().toList(),
                jump.filter(it -> !it.equalsIgnoreCase(NONE)),
                command);
    }
}
