package dev.blackstart.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.journal.JournalView;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.DrillTable;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Json;
import dev.blackstart.view.RunTable;
import dev.blackstart.view.RunbookTable;
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
    private static final int WIDEST = 200;
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

    public List<DrillTable.Row> drills() {
        List<DrillTable.Row> rows = new ArrayList<>();
        for (JsonNode it : wire.get("/api/v1/drills").path("drills")) {
            rows.add(
                    new DrillTable.Row(
                            shown(it, "drill"),
                            shown(it, "runbook"),
                            shown(it, "world"),
                            shown(it, "title")));
        }
        return List.copyOf(rows);
    }

    /// Its runbooks, and when each was last exercised.
    public List<RunbookTable.Row> runbooks() {
        List<RunbookTable.Row> rows = new ArrayList<>();
        for (JsonNode it : wire.get("/api/v1/runbooks").path("runbooks")) {
            rows.add(runbook(it));
        }
        return List.copyOf(rows);
    }

    private RunbookTable.Row runbook(JsonNode it) {
        try {
            return new RunbookTable.Row(
                    shown(it, "runbook"),
                    shown(it, "title"),
                    it.has("owner") ? Optional.of(shown(it, "owner")) : Optional.empty(),
                    Optional.ofNullable(it.get("exercise_every"))
                            .map(length -> Duration.parse(length.asText())),
                    Optional.ofNullable(it.get("exercised")).map(at -> Instant.parse(at.asText())),
                    it.path("errors").asInt());
        } catch (DateTimeException e) {
            throw Answer.strange(wire.address());
        }
    }

    private static String shown(JsonNode it, String field) {
        return Escaped.line(it.path(field).asText(), WIDEST);
    }

    /// One thing that a drill expected.
    public record Expected(String words, boolean held) {}

    /// What the drill expected of its newest run; empty when that is another run, or not closed.
    public List<Expected> expected(RunId run) {
        List<Expected> all = new ArrayList<>();
        for (JsonNode drill : wire.get("/api/v1/drills").path("drills")) {
            if (drill.path("newest").path("run").asText().equals(run.value())) {
                drill.path("newest")
                        .path("expected")
                        .forEach(it ->
                                all.add(
                                        new Expected(
                                                shown(it, "what"), it.path("held").asBoolean())));
            }
        }
        return List.copyOf(all);
    }

    /// Starts a run; where no answer comes, the same order is given again, which starts nothing
    /// twice.
    ///
    /// @param key a word of its own for every order
    public RunId start(RemoteOrder order, String key) {
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

    /// @param step the only step whose loans are meant; empty for all
    public void repay(RunId run, Optional<StepId> step, Map<String, Secret> secrets) {
        wire.post(
                "/api/v1/runs/" + run + "/repay",
                Json.object()
                        .with("step", step.map(StepId::value))
                        .with("secrets", RemoteOrder.revealed(secrets)));
    }

    private void post(RunId run, String what, Map<String, Secret> secrets) {
        wire.post(
                "/api/v1/runs/" + run + "/" + what,
                Json.object().with("secrets", RemoteOrder.revealed(secrets)));
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
