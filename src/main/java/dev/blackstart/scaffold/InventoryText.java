package dev.blackstart.scaffold;

import java.util.ArrayList;
import java.util.List;

/// A new inventory file.
///
/// @param user the login name of hosts that name none
record InventoryText(List<NewHost> hosts, String user) {
    InventoryText {
        hosts = List.copyOf(hosts);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# yaml-language-server: $schema=schema/inventory.schema.json");
        lines.add("# Addresses should be IP addresses: names need DNS, which may be what broke.");
        lines.add("defaults: { user: " + quoted(user) + " }");
        lines.add("hosts:");
        hosts.forEach(host -> lines.addAll(host(host)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> host(NewHost host) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + quoted(host.name()) + ":");
        lines.add("    address: " + quoted(host.address()));
        host.port().ifPresent(port -> lines.add("    port: " + port));
        host.user().ifPresent(name -> lines.add("    user: " + quoted(name)));
        host.identity().ifPresent(path -> lines.add("    identity: " + quoted(path)));
        host.jump().ifPresent(name -> lines.add("    jump: " + quoted(name)));
        if (host.member()) {
            lines.add("    groups: [ " + FirstRunbook.GROUP + " ]");
        }
        lines.addAll(
                host.key()
                        .map(key -> List.of("    host_key: " + key.type() + " " + key.base64()))
                        .orElseGet(() -> howToPin(host)));
        return lines;
    }

    private static List<String> howToPin(NewHost host) {
        return List.of(
                "    # Pin its key: take the line of ssh-keyscan -t ed25519"
                        + host.port().map(port -> " -p " + port).orElse("")
                        + (host.address().matches("[A-Za-z0-9.:-]+") ? " " + host.address() : "")
                        + ", compare it",
                "    # with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub on its own console, then:",
                "    # host_key: ssh-ed25519 AAAA…");
    }

    /// Plain where YAML takes it as text, else in quotes with everything odd escaped.
    private static String quoted(String text) {
        if (text.matches("(?!(null|true|false)$)[a-z][a-z0-9_.-]*|~?/[A-Za-z0-9_./-]+")
                || text.matches("[0-9]+(\\.[0-9]+){3}")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> {
                    if (c >= ' ' && c < 127 && c != '"' && c != '\\') {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append("\\U%08X".formatted(c));
                    }
                });
        return quoted.append('"').toString();
    }
}
