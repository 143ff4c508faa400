package dev.blackstart.door.cli;

import dev.blackstart.door.cli.doctor.Dependency;
import dev.blackstart.door.cli.doctor.DoctorPage;
import dev.blackstart.door.cli.doctor.Grade;
import dev.blackstart.door.cli.doctor.HostsExam;
import dev.blackstart.door.cli.doctor.KeysExam;
import dev.blackstart.door.cli.doctor.Machine;
import dev.blackstart.door.cli.doctor.MachineExam;
import dev.blackstart.door.cli.doctor.Proof;
import dev.blackstart.door.cli.doctor.ThisMachine;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.transport.ssh.PinnedKeys;
import dev.blackstart.transport.ssh.SshSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `doctor`: would Blackstart itself start and reach its hosts when everything around has failed?
@Command(
        name = "doctor",
        description =
                "Would Blackstart itself start and reach its hosts with no DNS, identity provider, internet, clock or cluster? Looks, and proves it with a child that is cut off.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart doctor", "  blackstart doctor --reach"})
final class DoctorVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin SharedOptions shared = new SharedOptions();
    @Mixin HostOptions hosts = new HostOptions();

    @Option(
            names = "--reach",
            description =
                    "Also ask every host of the inventory to say a word, from a child without a name service.")
    boolean reach;

    @Option(names = "--no-proof", description = "Only look; start no child.")
    boolean noProof;

    DoctorVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Setting setting = new Setting(surroundings, shared);
        Places places = setting.places(hosts);
        Machine machine = new ThisMachine();
        List<Dependency> found = new ArrayList<>();
        new Shelf(places)
                .inventoryIfAny()
                .ifPresentOrElse(
                        inventory -> found.addAll(way(inventory, places, machine)),
                        () ->
                                found.add(
                                        Dependency.falls(
                                                "inventory",
                                                "There is no inventory " + places.inventory() + ".",
                                                "blackstart init DIR makes a folder with one.")));
        found.addAll(machine(machine, places, setting).dependencies());
        if (!noProof) {
            found.addAll(proofs(places));
        }
        Printed out = new Printed(surroundings, shared);
        DoctorPage page = new DoctorPage(found, out.columns());
        out.print(page::lines, page::json);
        return (page.grade() == Grade.FALLS ? ExitCode.BROKEN : ExitCode.DONE).number();
    }

    private List<Dependency> way(Inventory inventory, Places places, Machine machine) {
        Path home = Path.of(surroundings.env().getOrDefault("HOME", "/"));
        SshSettings ssh =
                SshSettings.of(
                        home,
                        Optional.ofNullable(surroundings.env().get("SSH_AUTH_SOCK")),
                        key -> Optional.empty());
        PinnedKeys known = new PinnedKeys(ssh);
        List<Dependency> found =
                new ArrayList<>(
                        new HostsExam(
                                        inventory,
                                        host -> !known.of(host).isEmpty(),
                                        machine.addresses())
                                .dependencies());
        found.addAll(
                new KeysExam(
                                inventory,
                                home,
                                places.identity().map(List::of).orElse(ssh.identities()),
                                ssh.agent(),
                                machine.mounts())
                        .dependencies());
        return found;
    }

    private MachineExam machine(Machine machine, Places places, Setting setting) {
        return new MachineExam(
                machine,
                System.getProperty("user.name", ""),
                Path.of(System.getProperty("java.home", "/")),
                surroundings.home(),
                places.runbooks(),
                places.inventory(),
                places.journal(),
                setting.warning().isEmpty(),
                surroundings.clock().instant());
    }

    private List<Dependency> proofs(Places places) {
        Proof proof =
                new Proof(
                        OwnCommand.words(),
                        surroundings.env(),
                        places.journal(),
                        surroundings.clock().instant());
        List<String> inventory = List.of("--inventory", places.inventory().toString());
        List<String> reading = new ArrayList<>(List.of("--runbooks", places.runbooks().toString()));
        boolean there = places.inventory().toFile().exists();
        if (there) {
            reading.addAll(inventory);
        }
        List<Dependency> found = new ArrayList<>(proof.alone(reading));
        if (reach && there) {
            List<String> ways = new ArrayList<>(inventory);
            places.identity().ifPresent(it -> ways.addAll(List.of("--identity", it.toString())));
            places.knownHosts()
                    .ifPresent(it -> ways.addAll(List.of("--known-hosts", it.toString())));
            found.addAll(proof.reach(ways));
        }
        return found;
    }
}
