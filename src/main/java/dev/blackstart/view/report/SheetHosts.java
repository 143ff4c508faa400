package dev.blackstart.view.report;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a person gets to the hosts of a runbook: what to type, by address and not by name, and which
/// host key to expect.
record SheetHosts(Inventory inventory) {
    Json json(Runbook runbook) {
        Set<HostName> named = new LinkedHashSet<>();
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Targeted targeted) {
                named.addAll(targeted.targets().on().in(inventory));
            }
        }
        return Json.array(
                named.stream().flatMap(it -> inventory.host(it).stream()).toList(), this::json);
    }

    private Json json(Host host) {
        return Json.object()
                .with("host", host.name().value())
                .with("ssh", host.reach() == Reach.SSH ? Optional.of(ssh(host)) : Optional.empty())
                .with("key", host.hostKey().map(key -> key.fingerprint()));
    }

    private String ssh(Host host) {
        List<String> words = new ArrayList<>(List.of("ssh"));
        if (host.port() != 22) {
            words.add("-p " + host.port());
        }
        host.identity().ifPresent(file -> words.add("-i " + identity(file)));
        List<String> jumps = jumps(host);
        if (!jumps.isEmpty()) {
            words.add("-J " + String.join(",", jumps));
        }
        words.add(ShellWord.of(host.user() + "@" + host.address()));
        return String.join(" ", words);
    }

    /// A shell finds the home folder only outside quotes.
    private static String identity(String file) {
        return file.startsWith("~/") ? "~/" + ShellWord.of(file.substring(2)) : ShellWord.of(file);
    }

    /// The hosts to go through, the one nearest to the person first.
    private List<String> jumps(Host host) {
        Set<HostName> seen = new LinkedHashSet<>();
        List<String> through = new ArrayList<>();
        Optional<Host> jump = host.jump().flatMap(inventory::host);
        while (jump.isPresent() && seen.add(jump.get().name())) {
            through.addFirst(hop(jump.get()));
            jump = jump.get().jump().flatMap(inventory::host);
        }
        return through;
    }

    private static String hop(Host host) {
        String address = host.address().toString();
        String port = host.port() == 22 ? "" : ":" + host.port();
        return ShellWord.of(
                host.user() + "@" + (address.contains(":") ? "[" + address + "]" : address) + port);
    }
}
