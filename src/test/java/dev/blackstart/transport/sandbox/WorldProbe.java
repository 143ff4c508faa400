package dev.blackstart.transport.sandbox;

import dev.blackstart.inventory.HostName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Opens a world in a JVM of its own, leaves a process behind that did its best to get away, says
/// the folder, and waits to be killed.
public final class WorldProbe {
    private WorldProbe() {}

    public static void main(String[] arguments) throws Exception {
        SandboxWorld world =
                SandboxWorld.open(
                        Path.of("/tmp"),
                        Map.of("control_plane", List.of("cp1"), "vantage", List.of("ops1")),
                        List.of());
        try (Remote ops1 = Remote.to(world, new HostName("ops1").value())) {
            ops1.run("setsid nohup sleep 300 >/dev/null 2>&1 </dev/null & sleep 0.2");
            ops1.run(
                    "(cd / && setsid env -i /bin/sleep 300 >/dev/null 2>&1 </dev/null &) ; sleep 0.2");
        }
        System.out.println("FOLDER " + world.folder());
        System.out.flush();
        Thread.sleep(java.time.Duration.ofMinutes(5));
    }
}
