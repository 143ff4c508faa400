package dev.blackstart.endtoend;

import dev.blackstart.door.http.ServiceSource;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Secret;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Channel;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Order;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// The service of the program, without HTTP, over one runbook, `test`, and a real server, `a`; and
/// Anna, who may do everything there.
final class OwnService {
    static final Caller ANNA =
            new Caller(
                    new Person("anna"),
                    "token anna",
                    Channel.API,
                    new Grant(EnumSet.allOf(Scope.class), Optional.empty(), Risk.IRREVERSIBLE));

    private final Path folder;
    private final Path key;

    OwnService(Path folder) throws Exception {
        this.folder = folder;
        this.key = Keygen.make(folder.resolve("key"), "ed25519", "");
    }

    RealSshd host() throws IOException {
        return RealSshd.start(
                folder.resolve("sshd"),
                Keygen.publicPart(key),
                "ed25519",
                List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims")));
    }

    void books(RealSshd host, String runbook) throws IOException {
        Path books = Files.createDirectories(folder.resolve("books/test"));
        Files.writeString(books.resolve("runbook.yaml"), runbook);
        Files.writeString(folder.resolve("books/inventory.yaml"), host.inventory("a"));
    }

    Service open(Path state) {
        Map<String, String> places =
                Map.of(
                        "blackstart.serve.runbooks", folder.resolve("books").toString(),
                        "blackstart.serve.inventory",
                                folder.resolve("books/inventory.yaml").toString(),
                        "blackstart.serve.templates",
                                Path.of("templates").toAbsolutePath().toString(),
                        "blackstart.serve.state", state.toString(),
                        "blackstart.serve.identity", key.toString());
        return ServiceLoader.load(ServiceSource.class)
                .findFirst()
                .orElseThrow()
                .open(name -> Optional.ofNullable(places.get(name)));
    }

    static Order order(Mode mode, Map<String, Secret> secrets) {
        return new Order("test", mode, Map.of(), secrets, false, Optional.empty());
    }
}
