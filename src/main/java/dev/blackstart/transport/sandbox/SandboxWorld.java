package dev.blackstart.transport.sandbox;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.run.Preparation;
import dev.blackstart.runbook.Drill.Injection;
import dev.blackstart.transport.sandbox.confine.ConfinedSpawner;
import dev.blackstart.transport.sandbox.confine.Confinement;
import dev.blackstart.transport.sandbox.confine.ConfinementException;
import dev.blackstart.transport.sandbox.confine.WorldUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// An open sandbox world. Its hosts are reached with [#inventory] and the key in [#identity];
/// closing it ends every process in it and removes its folder.
public final class SandboxWorld implements AutoCloseable {
    private final WorldFolder folder;
    private final Keeper keeper;
    private final ConfinedSpawner spawner;
    private final Map<WorldHost, HostServer> servers = new LinkedHashMap<>();
    private final Map<HostName, StoreProcesses> stores = new LinkedHashMap<>();
    private final Path identity;
    private Optional<FaultSchedule> schedule = Optional.empty();

    private SandboxWorld(
            WorldFolder folder, Keeper keeper, ConfinedSpawner spawner, Path identity) {
        this.folder = folder;
        this.keeper = keeper;
        this.spawner = spawner;
        this.identity = identity;
    }

    /// Opens a world and returns when every fault that is injected at 0 s is really there.
    ///
    /// @param parent an existing folder that every user may enter, such as `/tmp`
    /// @param groups host names by group; `control_plane` hosts have a store, `vantage` hosts stand
    ///   outside
    /// @throws SandboxException when it cannot be made, or the machine cannot keep its commands
    ///   inside
    public static SandboxWorld open(
            Path parent, Map<String, List<String>> groups, List<Injection> injections)
            throws SandboxException {
        WorldPlan plan = WorldPlan.of(groups, injections);
        try {
            return open(parent, plan);
        } catch (ConfinementException e) {
            throw new SandboxException(e.getMessage(), e);
        } catch (IOException | GeneralSecurityException e) {
            throw new SandboxException(
                    "The sandbox world could not be opened: " + e.getMessage() + ".", e);
        }
    }

    private static SandboxWorld open(Path parent, WorldPlan plan)
            throws ConfinementException, IOException, GeneralSecurityException {
        Confinement confinement =
                Confinement.on(System.getProperty("os.name"), System.getProperty("os.arch"));
        SecureRandom random = new SecureRandom();
        OptionalInt user = WorldUser.choose(Path.of("/proc"), random);
        WorldFolder folder = WorldFolder.create(parent);
        Mark mark = Mark.of(folder, random, Path.of("/proc"));
        Keeper keeper = Keeper.start(mark, folder.root(), user);
        try {
            Path javaHome = Path.of(System.getProperty("java.home"));
            List<WorldHost> hosts = plan.hosts(folder.root().resolve("hosts"));
            folder.furnish(hosts, javaHome);
            KeyPair key = WorldKeys.generate();
            Path identity = folder.root().resolve("identity");
            folder.giveTo(user);
            WorldKeys.write(key, identity);
            ConfinedSpawner spawner =
                    ConfinedSpawner.start(
                            confinement.prepare(
                                    user, folder.root(), List.of(javaHome), mark.filters()));
            SandboxWorld world = new SandboxWorld(folder, keeper, spawner, identity);
            world.populate(hosts, new WorldShell(mark.id(), folder, spawner), key, plan);
            return world;
        } catch (ConfinementException
                | IOException
                | GeneralSecurityException
                | RuntimeException e) {
            keeper.close();
            throw e;
        }
    }

    private void populate(List<WorldHost> hosts, WorldShell shell, KeyPair key, WorldPlan plan)
            throws IOException, GeneralSecurityException {
        try {
            for (WorldHost host : hosts) {
                servers.put(host, HostServer.start(host, shell, key.getPublic()));
                if (host.hasStore()) {
                    stores.put(host.name(), StoreProcesses.start(host, shell));
                }
            }
            schedule = Optional.of(FaultSchedule.begin(new Faults(folder, stores), plan.strikes()));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// The hosts as the ordinary transport reaches them: addresses, ports, pinned host keys.
    public Inventory inventory() {
        Map<HostName, Host> hosts = new LinkedHashMap<>();
        Map<String, List<HostName>> members = new LinkedHashMap<>();
        servers.forEach((host, server) -> {
            hosts.put(host.name(), entry(host, server));
            for (String group : host.groups()) {
                members.computeIfAbsent(group, name -> new ArrayList<>()).add(host.name());
            }
        });
        Map<String, Group> groups = new LinkedHashMap<>();
        members.forEach((name, list) -> groups.put(name, new Group(name, list, false)));
        return new Inventory(hosts, groups, Map.of());
    }

    private Host entry(WorldHost host, HostServer server) {
        return new Host(
                host.name(),
                new Address(host.address(), true),
                server.port(),
                HostServer.USER,
                Optional.of(server.pinned()),
                Optional.empty(),
                Optional.of(identity.toString()),
                Reach.SSH,
                Map.of("drill", "allowed", Preparation.ARTIFACT_DIR, host.folder().toString()));
    }

    /// The private key that may log in to every host.
    public Path identity() {
        return identity;
    }

    /// The folder everything in the world lives in.
    public Path folder() {
        return folder.root();
    }

    /// What commands tried to do to their hosts so far, in order: reboots, power cycles, restarts
    /// of daemons.
    public List<Attempt> attempts() throws IOException {
        return Files.readAllLines(folder.attempts()).stream()
                .map(line -> line.split(" ", 2))
                .map(words -> new Attempt(new HostName(words[0]), words[1]))
                .toList();
    }

    @Override
    public void close() {
        schedule.ifPresent(FaultSchedule::close);
        servers.values().forEach(HostServer::close);
        spawner.close();
        keeper.close();
    }
}
