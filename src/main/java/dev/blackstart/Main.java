package dev.blackstart;

import dev.blackstart.door.cli.Door;
import dev.blackstart.door.cli.ProcessSurroundings;
import dev.blackstart.door.cli.Surroundings;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the program starts. Runs the command line at once; Quarkus is not booted for it.
@QuarkusMain
public class Main {
    public static void main(String... args) {
        Surroundings surroundings = ProcessSurroundings.take();
        System.exit(new Door(surroundings, new Wiring(surroundings).ports()).run(args));
    }
}
