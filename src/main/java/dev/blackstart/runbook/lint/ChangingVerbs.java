package dev.blackstart.runbook.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Commands that are known to change something.
final class ChangingVerbs {
    private static final Set<String> ALWAYS =
            Set.of(
                    "rm",
                    "rmdir",
                    "mv",
                    "cp",
                    "ln",
                    "mkdir",
                    "touch",
                    "truncate",
                    "chmod",
                    "chown",
                    "chattr",
                    "install",
                    "shred",
                    "kill",
                    "pkill",
                    "killall",
                    "reboot",
                    "shutdown",
                    "poweroff",
                    "halt",
                    "init",
                    "telinit",
                    "umount",
                    "swapon",
                    "swapoff",
                    "modprobe",
                    "rmmod",
                    "insmod",
                    "ifup",
                    "ifdown",
                    "mkfs",
                    "fsck",
                    "wipefs",
                    "useradd",
                    "userdel",
                    "usermod",
                    "passwd",
                    "dhclient",
                    "fstrim",
                    "kexec");

    /// Commands of which some words change something.
    private static final Map<String, Set<String>> WITH =
            Map.ofEntries(
                    Map.entry(
                            "systemctl",
                            Set.of(
                                    "start",
                                    "stop",
                                    "restart",
                                    "reload",
                                    "try-restart",
                                    "reload-or-restart",
                                    "kill",
                                    "enable",
                                    "disable",
                                    "mask",
                                    "unmask",
                                    "isolate",
                                    "reboot",
                                    "poweroff",
                                    "halt",
                                    "daemon-reload",
                                    "daemon-reexec",
                                    "set-property",
                                    "reset-failed",
                                    "edit",
                                    "suspend",
                                    "freeze",
                                    "thaw")),
                    Map.entry("service", Set.of("start", "stop", "restart", "reload")),
                    Map.entry(
                            "ip",
                            Set.of(
                                    "add", "a", "del", "delete", "set", "flush", "replace",
                                    "change", "append")),
                    Map.entry("tc", Set.of("add", "del", "delete", "replace", "change")),
                    Map.entry(
                            "nft",
                            Set.of("add", "insert", "delete", "flush", "create", "replace", "-f")),
                    Map.entry(
                            "kubectl",
                            Set.of(
                                    "apply",
                                    "delete",
                                    "drain",
                                    "cordon",
                                    "uncordon",
                                    "scale",
                                    "rollout",
                                    "patch",
                                    "edit",
                                    "label",
                                    "annotate",
                                    "create",
                                    "replace",
                                    "taint",
                                    "set")),
                    Map.entry(
                            "etcdctl",
                            Set.of(
                                    "put",
                                    "del",
                                    "save",
                                    "restore",
                                    "defrag",
                                    "compact",
                                    "compaction",
                                    "add",
                                    "remove",
                                    "update",
                                    "promote",
                                    "move-leader",
                                    "disarm")),
                    Map.entry("docker", containers()),
                    Map.entry("podman", containers()),
                    Map.entry("nerdctl", containers()),
                    Map.entry(
                            "crictl",
                            Set.of("stop", "stopp", "rm", "rmp", "rmi", "run", "runp", "start")),
                    Map.entry("apt", packages()),
                    Map.entry("apt-get", packages()),
                    Map.entry("dnf", packages()),
                    Map.entry("yum", packages()),
                    Map.entry("ifconfig", Set.of("up", "down")),
                    Map.entry(
                            "ceph",
                            Set.of(
                                    "set",
                                    "unset",
                                    "rm",
                                    "add",
                                    "out",
                                    "in",
                                    "reweight",
                                    "repair")));

    private static final Map<String, Pattern> WITH_OPTION =
            Map.of(
                    "iptables", firewall(),
                    "ip6tables", firewall(),
                    "ipset", Pattern.compile("add|del|flush|destroy|create|swap"),
                    "sysctl", Pattern.compile("-w|--write|-p.*|--system|[a-z0-9_.-]+=.*"),
                    "sed", Pattern.compile("-[A-Za-z]*i.*|--in-place.*"),
                    "dd", Pattern.compile("of=(?!/dev/null$).*"),
                    "conntrack", Pattern.compile("-[DFIU]|--(delete|flush|create|update)"),
                    "ethtool", Pattern.compile("-[sKGCAL]|--(change|features|reset)"),
                    "hostnamectl", Pattern.compile("set-.*"),
                    "timedatectl", Pattern.compile("set-.*"));

    private ChangingVerbs() {}

    /// The words by which a command changes something.
    static Optional<String> in(ShellCommand command) {
        String name = command.name();
        if (ALWAYS.contains(name) || name.startsWith("mkfs.")) {
            return command.hasAny("-l", "-0") && name.equals("kill")
                    ? Optional.empty()
                    : Optional.of(name);
        }
        if (name.equals("tee")) {
            return command.operands().stream().allMatch(ChangingVerbs::harmless)
                    ? Optional.empty()
                    : Optional.of("tee");
        }
        if (name.equals("mount")) {
            return command.operands().isEmpty() ? Optional.empty() : Optional.of("mount");
        }
        Set<String> words = WITH.getOrDefault(name, Set.of());
        Pattern options = WITH_OPTION.getOrDefault(name, Pattern.compile("(?!)"));
        return command.arguments().stream()
                .skip(name.equals("ip") ? 1 : 0)
                .filter(word -> words.contains(word) || options.matcher(word).matches())
                .findFirst()
                .map(word -> name + " " + word);
    }

    /// A file that output is written to, when that changes something.
    static Optional<String> redirected(ShellCommand command) {
        return command.writes().stream().filter(target -> !harmless(target)).findFirst();
    }

    private static boolean harmless(String target) {
        return target.isEmpty()
                || target.startsWith("$")
                || target.matches("/dev/(null|stdout|stderr|tty|fd/[0-9])|/tmp/.*|&[0-9-]");
    }

    private static Set<String> containers() {
        return Set.of(
                "start", "stop", "restart", "rm", "rmi", "kill", "run", "pause", "unpause",
                "prune");
    }

    private static Set<String> packages() {
        return Set.of(
                "install",
                "remove",
                "purge",
                "upgrade",
                "dist-upgrade",
                "update",
                "autoremove",
                "erase");
    }

    private static Pattern firewall() {
        return Pattern.compile("-[ADIFXPRZN]|--(append|delete|insert|flush|policy|replace)");
    }
}
