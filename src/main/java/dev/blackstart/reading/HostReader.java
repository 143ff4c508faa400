package dev.blackstart.reading;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Reach;
import dev.blackstart.reading.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads one host of an inventory.
final class HostReader {
    private static final int SSH_PORT = 22;

    private final Entries defaults;
    private final Problems problems;

    HostReader(Entries inventory, Problems problems) {
        this.defaults =
                inventory.inside("defaults").orElse(Entries.none(inventory.fields().position()));
        this.problems = problems;
    }

    Optional<Host> read(Node.Field field) {
        Entries entries = Entries.of(field.value());
        Reach reach =
                entries.text("transport").filter("human"::equals).isPresent()
                        ? Reach.HUMAN
                        : Reach.SSH;
        Optional<Address> address = entries.scalar("address").flatMap(this::address);
        Optional<String> user = entries.text("user").or(() -> defaults.text("user"));
        if (user.isEmpty() && reach == Reach.SSH) {
            problems.error(
                    field.position(),
                    "missing-user",
                    "host `%s` has no user; give it `user:` here or for all hosts under `defaults:`"
                            .formatted(field.key()));
        }
        return address.filter(a -> HostName.allowed(field.key()))
                .map(a -> host(field.key(), entries, a, user.orElse(""), reach));
    }

    private Host host(String name, Entries entries, Address address, String user, Reach reach) {
        long port =
                entries.whole("port")
                        .or(() -> defaults.whole("port"))
                        .filter(p -> p >= 1 && p <= 65535)
                        .orElse((long) SSH_PORT);
        return new Host(
                new HostName(name),
                address,
                Math.toIntExact(port),
                user,
                entries.scalar("host_key").flatMap(this::key),
                entries.text("jump").filter(HostName::allowed).map(HostName::new),
                entries.text("identity").or(() -> defaults.text("identity")),
                reach,
                labels(entries));
    }

    private Optional<Address> address(Node.Scalar written) {
        String text = written.text();
        if (!text.matches(InventoryTables.ADDRESS.pattern())) {
            return Optional.empty();
        }
        Optional<IpAddress> ip = IpAddress.parse(text);
        if (ip.isPresent()) {
            return canonical(written, ip.get().canonical());
        }
        if (numeric(text)) {
            problems.error(
                    written.position(),
                    "address",
                    "`%s` is no address; write IPv4 as four numbers such as 192.0.2.1 and IPv6 without brackets, zone or port"
                            .formatted(text));
            return Optional.empty();
        }
        problems.warn(
                written.position(),
                "name-as-address",
                "`%s` is a name and needs DNS, which may be down when this is used; write the IP address"
                        .formatted(text));
        return Optional.of(new Address(text, false));
    }

    private Optional<Address> canonical(Node.Scalar written, String canonical) {
        if (!canonical.equals(written.text())) {
            problems.error(
                    written.position(),
                    "address",
                    "`%s` must be written in its canonical form `%s`, so that one host has one address"
                            .formatted(written.text(), canonical));
        }
        return Optional.of(new Address(canonical, true));
    }

    /// What a resolver could take for an address although it is none, such as `127.1` or
    /// `0x7f000001`.
    private static boolean numeric(String text) {
        String last = text.substring(text.lastIndexOf('.') + 1);
        return text.contains(":")
                || text.endsWith(".")
                || text.contains("..")
                || last.matches("[0-9]+|0[xX][0-9A-Fa-f]*");
    }

    private Optional<HostKey> key(Node.Scalar written) {
        if (!written.text().matches(InventoryTables.HOST_KEY.pattern())) {
            return Optional.empty();
        }
        int blank = written.text().indexOf(' ');
        String type = written.text().substring(0, blank);
        String base64 = written.text().substring(blank + 1);
        Optional<String> fault = HostKeyBlob.fault(type, base64);
        fault.ifPresent(reason -> problems.error(written.position(), "host-key", reason));
        return fault.isPresent() ? Optional.empty() : Optional.of(new HostKey(type, base64));
    }

    private static Map<String, String> labels(Entries entries) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Node.Field label : entries.map("labels")) {
            Entries.filled(label.value()).ifPresent(value -> labels.put(label.key(), value.text()));
        }
        return labels;
    }
}
