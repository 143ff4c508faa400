package dev.blackstart.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.journal.JournalView;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Secret;
import dev.blackstart.view.Json;
import dev.blackstart.view.RunTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// A service elsewhere. Every method throws a `ServiceTrouble` when it does not do what it is
/// asked.
public final class RemoteService {
    private static final int TIMES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Wire wire;

    private RemoteService(Wire wire) {
        this.wire = wire;
    }

    /// @param ca file with the only certificates that are trusted; empty for those of this machine
    public static RemoteService at(
            ServiceAddress address, Credential credential, Optional<Path> ca) {
        return new RemoteService(new Wire(address, credential, ca));
    }

    public ServiceAddress address() {
        return wire.address();
    }

    /// As whom a service knows whoever asks.
    ///
    /// @param scopes what the token may, such as `approve`
    /// @param now by the clock of the service
    public record Known(Person person, Set<String> scopes, Instant now) {
        public Known {
            scopes = Set.copyOf(scopes);
        }
    }

    public Known caller() {
        JsonNode said = wire.get("/api/v1/caller");
        String person = said.path("person").asText();
        Set<String> scopes = new LinkedHashSet<>();
        said.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        try {
            if (!person.isBlank()) {
                return new Known(
                        new Person(person), scopes, Instant.parse(said.path("now").asText()));
            }
        } catch (DateTimeException e) {
            throw Answer.strange(wire.address());
        }
        throw Answer.strange(wire.address());
    }

    /// Its journal; closed by whoever opens it.
    public JournalView journal() {
        return new RemoteJournal(wire);
    }

    /// Names of the secret parameters of a runbook.
    public List<String> secrets(String runbook) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter :
                wire.get("/api/v1/runbooks/" + part(runbook)).path("parameters")) {
            if (parameter.path("type").asText().equals("secret")) {
                names.add(parameter.path("name").asText());
            }
        }
        return List.copyOf(names);
    }

    /// The runbook of a drill; empty when there is no drill of that name.
    public Optional<String> runbookOf(String drill) {
        for (JsonNode it : wire.get("/api/v1/drills").path("drills")) {
            if (it.path("drill").asText().equals(drill)) {
                return Optional.of(it.path("runbook").asText());
            }
        }
        return Optional.empty();
    }

    /// What is to be started.
    ///
    /// @param name of the runbook, or of the drill in mode `drill`
    /// @param scripted the drill file's own operator answers
    public record Order(
            String name,
            String mode,
            Map<String, String> parameters,
            Map<String, Secret> secrets,
            boolean scripted) {
        public Order {
            parameters = Map.copyOf(parameters);
            secrets = Map.copyOf(secrets);
        }

        private Json json() {
            boolean drill = mode.equals("drill");
            Json.Fields given = Json.object();
            for (var parameter : parameters.entrySet()) {
                given = given.with(parameter.getKey(), parameter.getValue());
            }
            Json.Fields fields =
                    Json.object()
                            .with(drill ? "drill" : "runbook", name)
                            .with("mode", mode)
                            .with("parameters", given)
                            .with("secrets", revealed(secrets));
            return drill ? fields.with("scripted", Json.of(scripted)) : fields;
        }
    }

    private static Json.Fields revealed(Map<String, Secret> secrets) {
        Json.Fields fields = Json.object();
        for (var secret : secrets.entrySet()) {
            fields = fields.with(secret.getKey(), secret.getValue().reveal());
        }
        return fields;
    }

    /// Starts a run; where no answer comes, the same order is given again, which starts nothing
    /// twice.
    ///
    /// @param key a word of its own for every order
    public RunId start(Order order, String key) {
        boolean again = false;
        for (int left = TIMES; ; left--) {
            try {
                String run = wire.post("/api/v1/runs", order.json(), key).path("run").asText();
                if (!RunId.allowed(run)) {
                    throw Answer.strange(wire.address());
                }
                return new RunId(run);
            } catch (ServiceTrouble trouble) {
                boolean lost = trouble.kind() == ServiceTrouble.Kind.SILENT;
                boolean underWay = again && trouble.kind() == ServiceTrouble.Kind.CONFLICT;
                if (left <= 1 || !(lost || underWay)) {
                    throw trouble;
                }
                again = true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    public void resume(RunId run, Map<String, Secret> secrets) {
        post(run, "resume", secrets);
    }

    public void reconcile(RunId run, Map<String, Secret> secrets) {
        post(run, "reconcile", secrets);
    }

    private void post(RunId run, String what, Map<String, Secret> secrets) {
        wire.post(
                "/api/v1/runs/" + run + "/" + what,
                Json.object().with("secrets", revealed(secrets)));
    }

    /// Runs as a list shows them, newest first.
    ///
    /// @param filters as the route takes them
    /// @param most so many at most
    public List<RunTable.Row> runs(Map<String, String> filters, int most) {
        StringBuilder query = new StringBuilder();
        filters.forEach(
                (name, value) -> query.append('&').append(name).append('=').append(part(value)));
        return new RunLists(wire).rows(query.toString(), most);
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
