package dev.blackstart;

import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.OpenRequest;
import dev.blackstart.door.cli.Places;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Secret;
import dev.blackstart.transport.LookingOnly;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Transport;
import dev.blackstart.transport.ssh.AddressBook;
import dev.blackstart.transport.ssh.PinnedKeys;
import dev.blackstart.transport.ssh.SshSettings;
import dev.blackstart.transport.ssh.SshTransport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Chooses how hosts are reached; the mode of a run is a choice made here and nowhere else.
final class Transports {
    private final Surroundings surroundings;
    private final UnaryOperator<Transport> around;

    /// @param around what is put around connections to hosts
    Transports(Surroundings surroundings, UnaryOperator<Transport> around) {
        this.surroundings = surroundings;
        this.around = around;
    }

    /// @param notices told in one sentence what a person should know of how hosts are reached
    Transport open(OpenRequest request, Map<String, Secret> secrets, Consumer<String> notices) {
        Plan plan =
                new Plan(
                        request.runbook(),
                        request.inventory(),
                        request.parameters().values(),
                        request.mode());
        return request.drilling()
                .map(drilling -> drill(drilling.world(), plan, secrets, request.places()))
                .orElseGet(() -> open(plan, secrets, request.places(), notices));
    }

    Transport open(
            Plan plan, Map<String, Secret> secrets, Places places, Consumer<String> notices) {
        AddressBook book =
                AddressBook.in(
                        places.journal().resolve("addresses"), surroundings.clock(), notices);
        Transport ssh = ssh(settings(places), plan, secrets, places, book);
        return switch (plan.mode()) {
            case LIVE -> ssh;
            case REHEARSAL, DIAGNOSIS -> new LookingOnly(ssh);
            case DRILL ->
                    throw new IllegalStateException(
                            "a drill never reaches hosts outside of its world");
        };
    }

    private Transport drill(
            DrillWorld world, Plan plan, Map<String, Secret> secrets, Places places) {
        return DrillWorlds.simulated(world)
                .map(it -> it.transport(outputs(secrets, places)))
                .orElseGet(() ->
                        ssh(
                                DrillWorlds.settings(world),
                                plan,
                                secrets,
                                places,
                                AddressBook.none()));
    }

    private Transport ssh(
            SshSettings settings,
            Plan plan,
            Map<String, Secret> secrets,
            Places places,
            AddressBook book) {
        return around.apply(
                SshTransport.open(
                        settings, plan.inventory()::host, outputs(secrets, places), book));
    }

    private static OutputStore outputs(Map<String, Secret> secrets, Places places) {
        return new OutputStore(places.journal().resolve("outputs"), Masks.of(secrets.values()));
    }

    /// The keys that make a host the same host, whatever it is called.
    PinnedKeys keys(Places places) {
        return new PinnedKeys(settings(places));
    }

    private SshSettings settings(Places places) {
        Path home = Path.of(surroundings.env().getOrDefault("HOME", "/"));
        SshSettings usual =
                SshSettings.of(
                        home,
                        Optional.ofNullable(surroundings.env().get("SSH_AUTH_SOCK")),
                        this::passphrase);
        return new SshSettings(
                usual.home(),
                places.identity().map(List::of).orElse(usual.identities()),
                places.knownHosts().map(List::of).orElse(usual.knownHosts()),
                usual.agent(),
                usual.passphrases(),
                usual.keepAlive(),
                usual.connections(),
                usual.backOff(),
                usual.largestFetch());
    }

    private Optional<char[]> passphrase(Path key) {
        if (!surroundings.streams().terminal()) {
            return Optional.empty();
        }
        String typed =
                surroundings.streams().secrets().ask("Passphrase of " + key + " (not shown): ");
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed.toCharArray());
    }
}
