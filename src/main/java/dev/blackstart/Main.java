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
        Surroundings surroundings = ProcessSurroundings.take();
        System.exit(new Door(surroundings, Wiring.ports(surroundings)).run(arguments));
    }
}
