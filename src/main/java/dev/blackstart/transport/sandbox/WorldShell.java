package dev.blackstart.transport.sandbox;

import dev.blackstart.transport.sandbox.confine.ConfinedSpawner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs commands as the hosts of a world would: confined, marked, in a session of their own.
final class WorldShell {
    private final String id;
    private final WorldFolder folder;
    private final ConfinedSpawner spawner;

    WorldShell(String id, WorldFolder folder, ConfinedSpawner spawner) {
        this.id = id;
        this.folder = folder;
        this.spawner = spawner;
    }

    WorldFolder folder() {
        return folder;
    }

    /// Starts a command line as an SSH server would, with all three streams as pipes.
    Process command(WorldHost host, String commandLine) throws IOException {
        return spawner.spawn(builder(host, List.of("/bin/sh", "-c", commandLine)));
    }

    /// Starts a process of the world that nobody talks to.
    Process background(WorldHost host, String commandLine) throws IOException {
        ProcessBuilder builder = builder(host, List.of("/bin/sh", "-c", commandLine));
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return spawner.spawn(builder);
    }

    private ProcessBuilder builder(WorldHost host, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(folder.bin().resolve("setsid").toString());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(host.folder().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("BLACKSTART_WORLD", id + "/" + host.name() + "/");
        environment.put("PATH", folder.bin().toString());
        environment.put("HOME", host.folder().toString());
        environment.put("BLACKSTART_CLAIMS", host.folder().resolve(".cache/blackstart").toString());
        environment.put("TMPDIR", host.folder().resolve("tmp").toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("USER", HostServer.USER);
        return builder;
    }
}
