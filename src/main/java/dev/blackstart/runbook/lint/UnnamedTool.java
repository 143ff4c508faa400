package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// That a tool is missing is learned in a rehearsal, or else in the middle of the night.
final class UnnamedTool implements Rule {
    /// What a minimal server of the usual distributions comes without.
    private static final Set<String> RARE =
            Set.of(
                    "arping",
                    "bridge",
                    "ceph",
                    "chronyc",
                    "conntrack",
                    "crictl",
                    "ctr",
                    "curl",
                    "delv",
                    "dig",
                    "etcdctl",
                    "etcdutl",
                    "ethtool",
                    "fusermount3",
                    "helm",
                    "host",
                    "ipmitool",
                    "iptables",
                    "iptables-save",
                    "jq",
                    "k3s",
                    "kubectl",
                    "ldapsearch",
                    "lsof",
                    "mtr",
                    "mysql",
                    "nc",
                    "ncat",
                    "needrestart",
                    "netcat",
                    "nft",
                    "nslookup",
                    "openssl",
                    "psql",
                    "python3",
                    "rabbitmqctl",
                    "redis-cli",
                    "rke2",
                    "rndc",
                    "runc",
                    "smartctl",
                    "snmpget",
                    "socat",
                    "strace",
                    "tcpdump",
                    "traceroute",
                    "unbound-control",
                    "wget");

    @Override
    public String id() {
        return "unnamed-tool";
    }

    @Override
    public String says() {
        return "A command uses a tool that not every host has, and `needs` does not name it, so no rehearsal asks for it.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        return check(subject.runbook());
    }

    private List<Problem> check(Runbook runbook) {
        List<Problem> problems = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        for (Step step : runbook.steps()) {
            for (ShellText text : ShellTexts.all(step)) {
                for (ShellCommand command : text.commands()) {
                    if (unnamed(step, text, command.name()) && said.add(command.name())) {
                        problems.add(
                                Problem.warning(
                                        text.at(command.offset()), id(), message(command.name())));
                    }
                }
            }
        }
        return problems;
    }

    private static String message(String tool) {
        return "not every host has `%s`; write `needs: [ %s ]` at the top, so that rehearse asks, or look with `command -v %s` first"
                .formatted(tool, tool, tool);
    }

    /// A script that looks for itself does without it.
    private static boolean unnamed(Step step, ShellText text, String tool) {
        return RARE.contains(tool)
                && step instanceof Step.Targeted targeted
                && !text.text().contains("command -v " + tool)
                && targeted.targets().needs().stream()
                        .noneMatch(need -> List.of(need.split("\\|")).contains(tool));
    }
}
