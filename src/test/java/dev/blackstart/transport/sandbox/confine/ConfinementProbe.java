package dev.blackstart.transport.sandbox.confine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;

/// Runs one command line confined to a folder, in a JVM of its own, so that the test can start it
/// as another user.
///
/// Arguments: the folder and the command line.
public final class ConfinementProbe {
    private ConfinementProbe() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        OptionalInt user = WorldUser.choose(Path.of("/proc"), new SecureRandom());
        if (user.isPresent()) {
            Files.setAttribute(folder, "unix:uid", user.getAsInt());
        }
        Confinement confinement =
                Confinement.on(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path javaHome = Path.of(System.getProperty("java.home"));
        try (ConfinedSpawner spawner =
                ConfinedSpawner.start(confinement.prepare(user, folder, List.of(javaHome), 0))) {
            Process process =
                    spawner.spawn(
                            new ProcessBuilder("/bin/sh", "-c", arguments[1])
                                    .directory(folder.toFile())
                                    .redirectErrorStream(true));
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.print(said + "exit " + process.waitFor());
        }
    }
}
