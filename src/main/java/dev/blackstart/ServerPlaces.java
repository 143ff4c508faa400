package dev.blackstart;

import dev.blackstart.door.cli.Places;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The files and folders of a server as its configuration has them.
final class ServerPlaces {
    private static final String BEGIN = "blackstart.serve.";
    private static final String RUNBOOKS = BEGIN + "runbooks";
    private static final String INVENTORY = BEGIN + "inventory";
    private static final String STATE = BEGIN + "state";
    private static final String TEMPLATES = BEGIN + "templates";
    private static final String IDENTITY = BEGIN + "identity";
    private static final String KNOWN_HOSTS = BEGIN + "known-hosts";
    private static final String POLICY = BEGIN + "policy";

    private ServerPlaces() {}

    static void write(Places places, BiConsumer<String, String> to) {
        to.accept(RUNBOOKS, places.runbooks().toString());
        to.accept(INVENTORY, places.inventory().toString());
        to.accept(STATE, places.journal().toString());
        to.accept(TEMPLATES, places.templates().toString());
        places.identity().ifPresent(file -> to.accept(IDENTITY, file.toString()));
        places.knownHosts().ifPresent(file -> to.accept(KNOWN_HOSTS, file.toString()));
        places.policy().ifPresent(file -> to.accept(POLICY, file.toString()));
    }

    static Places read(Function<String, Optional<String>> from) {
        return new Places(
                path(from, RUNBOOKS).orElseThrow(),
                path(from, INVENTORY).orElseThrow(),
                path(from, STATE).orElseThrow(),
                path(from, TEMPLATES).orElseThrow(),
                path(from, IDENTITY),
                path(from, KNOWN_HOSTS),
                path(from, POLICY));
    }

    private static Optional<Path> path(Function<String, Optional<String>> from, String name) {
        return from.apply(name).map(Path::of);
    }
}
