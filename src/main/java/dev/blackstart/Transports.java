package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Places;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Secret;
import dev.blackstart.transport.Masking;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Transport;
import dev.blackstart.transport.ssh.SshSettings;
import dev.blackstart.transport.ssh.SshTransport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the transport of a run: SSH to real hosts, or the way into a made world.
final class Transports {
    private final Surroundings surroundings;

    Transports(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Transport ssh(Inventory inventory, Map<String, Secret> secrets, Places places) {
        return SshTransport.open(
                settings(places),
                inventory::host,
                new OutputStore(places.journal().resolve("outputs"), masking(secrets)));
    }

    private static Masking masking(Map<String, Secret> secrets) {
        return Masking.NONE;
    }

    private SshSettings settings(Places places) {
        SshSettings usual =
                SshSettings.of(
                        Path.of(surroundings.env().getOrDefault("HOME", "/")),
                        Optional.ofNullable(surroundings.env().get("SSH_AUTH_SOCK")),
                        this::passphrase);
        return new SshSettings(
                usual.home(),
                first(places.identity(), usual.identities()),
                first(places.knownHosts(), usual.knownHosts()),
                usual.agent(),
                usual.passphrases(),
                usual.keepAlive(),
                usual.connections(),
                usual.backOff(),
                usual.largestFetch());
    }

    private static List<Path> first(Optional<Path> given, List<Path> usual) {
        List<Path> all = new ArrayList<>(given.stream().toList());
        all.addAll(usual);
        return all;
    }

    private Optional<char[]> passphrase(Path key) {
        if (!surroundings.streams().terminal()) {
            return Optional.empty();
        }
        String typed = surroundings.streams().secrets().ask("Passphrase of " + key + ": ");
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed.toCharArray());
    }

    Transport in(DrillWorld world) {
        throw new CannotGoOn(ExitCode.REFUSED, "No world can be made yet: " + world);
    }

    DrillWorld world(Drill drill, Places places) {
        throw new CannotGoOn(
                ExitCode.REFUSED, "No world can be made yet for " + drill.name() + places.runbooks());
    }
}
