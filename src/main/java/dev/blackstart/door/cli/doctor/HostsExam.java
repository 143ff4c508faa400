package dev.blackstart.door.cli.doctor;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the way to the hosts depends on: names, host keys, jump hosts, observers outside, and
/// whether this machine is one of them.
///
/// @param known is its key in a `known_hosts` file?
/// @param own addresses of this machine
public record HostsExam(Inventory inventory, Predicate<Host> known, Set<String> own) {
    private static final int MOST_NAMED = 5;

    public List<Dependency> dependencies() {
        return List.of(names(), pins(), jumps(), vantage(), place());
    }

    private List<Host> hosts(Predicate<Host> wanted) {
        return inventory.hosts().values().stream()
                .filter(host -> host.reach() == Reach.SSH)
                .filter(wanted)
                .toList();
    }

    private Dependency names() {
        List<Host> named = hosts(host -> !host.address().literal());
        return named.isEmpty()
                ? Dependency.stands("DNS", "Every address in the inventory is an IP address.")
                : Dependency.falls(
                        "DNS",
                        "Names stand where addresses should: " + list(named) + ".",
                        "Write their IP addresses as `address` in the inventory.");
    }

    private Dependency pins() {
        List<Host> unpinned = hosts(host -> host.hostKey().isEmpty());
        List<Host> unknown = unpinned.stream().filter(known.negate()).toList();
        if (!unknown.isEmpty()) {
            return Dependency.falls(
                    "host keys",
                    "No key is known of " + list(unknown) + ", and Blackstart will refuse them.",
                    "Pin each as `host_key`: ssh-keyscan -t ed25519 ADDRESS, compared with the console's ssh-keygen -lf.");
        }
        return unpinned.isEmpty()
                ? Dependency.stands("host keys", "Every host key is pinned in the inventory.")
                : Dependency.weak(
                        "host keys",
                        "Known to this account's known_hosts alone: " + list(unpinned) + ".",
                        "Copy them as `host_key` into the inventory, so that a colleague has them too.");
    }

    private Dependency jumps() {
        List<Host> behind = hosts(host -> host.jump().isPresent());
        Set<String> through =
                behind.stream()
                        .flatMap(host -> host.jump().stream())
                        .map(HostName::value)
                        .collect(Collectors.toCollection(TreeSet::new));
        return behind.isEmpty()
                ? Dependency.stands("jump hosts", "Every host is reached directly.")
                : Dependency.weak(
                        "jump hosts",
                        "%s reached only through %s."
                                .formatted(
                                        behind.size() == 1
                                                ? "One host is"
                                                : behind.size() + " hosts are",
                                        String.join(", ", through)),
                        "Know the way to them without it: print their page with blackstart show RUNBOOK --print --html.");
    }

    private Dependency vantage() {
        Group outside = inventory.groups().get(Group.VANTAGE);
        return outside != null && !outside.members().isEmpty()
                ? Dependency.stands(
                        "vantage",
                        "Outside observers can testify: "
                                + outside.members().stream()
                                        .limit(MOST_NAMED)
                                        .map(HostName::value)
                                        .collect(Collectors.joining(", "))
                                + ".")
                : Dependency.weak(
                        "vantage",
                        "No host of the inventory stands outside, so nobody can tell a dead gateway from a dead cluster.",
                        "Put a host that shares neither power nor network with them into the group vantage.");
    }

    private Dependency place() {
        List<Host> here =
                hosts(host ->
                        own.contains(host.address().value()) && !inventory.outside(host.name()));
        return here.isEmpty()
                ? Dependency.stands("this machine", "It is none of the hosts that it is to repair.")
                : Dependency.falls(
                        "this machine",
                        "It is " + list(here) + " of the inventory, and goes down with it.",
                        "Keep a second copy of Blackstart and its runbooks on a machine outside.");
    }

    private static String list(List<Host> hosts) {
        List<String> names = new ArrayList<>();
        hosts.stream().limit(MOST_NAMED).forEach(host -> names.add(host.name().value()));
        if (hosts.size() > MOST_NAMED) {
            names.add((hosts.size() - MOST_NAMED) + " more");
        }
        return String.join(", ", names);
    }
}
