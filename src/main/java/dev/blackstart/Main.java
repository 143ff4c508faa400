package dev.blackstart;

import dev.blackstart.door.cli.Door;
import dev.blackstart.door.cli.ProcessSurroundings;
import dev.blackstart.door.cli.Surroundings;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Runs the command line at once, without booting Quarkus; only `serve` will boot it.
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        // must be set before anything logs, or Quarkus' log manager complains on every start
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Surroundings surroundings = ProcessSurroundings.take();
        System.exit(new Door(surroundings, Wiring.ports(surroundings)).run(arguments));
    }
}
