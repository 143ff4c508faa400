package dev.blackstart.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Scope;
import dev.blackstart.testing.Asking;
import dev.blackstart.testing.ServedHouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every route with no token, a wrong one, an expired and a revoked one, too little scope, and
/// another runbook's.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class GuardOverHttpTest {
    @TestHTTPResource("")
    URI address;

    private Served served = new Served(URI.create("http://127.0.0.1"));
    private Asking anna = Asking.nobody(URI.create("http://127.0.0.1"));
    private String run = "";

    @BeforeEach
    void aRunWaits() {
        served = Served.at(address);
        anna = served.everything("anna");
        run = Served.waiting(anna);
    }

    @AfterEach
    void itEnds() {
        Served.abort(anna, run);
    }

    private String path(Route route) {
        return route.path()
                .replace("{runbook}", "full-disk")
                .replace("{run}", run)
                .replace("{gate}", "G1")
                .replace("{sha256}", Served.frozen(anna, run));
    }

    /// As somebody would send it who may.
    private Asking.Answer ask(Asking who, Route route) {
        if (!route.posts()) {
            return who.get(path(route));
        }
        String body = "{}";
        if (route.path().endsWith("/answer")) {
            String digest = Served.gate(anna, run).get("digest").asText();
            body = "{\"digest\": \"%s\", \"choice\": \"y\"}".formatted(digest);
        } else if (route.path().endsWith("/runs")) {
            body = Served.DRILL;
        } else if (route.path().endsWith("/hand-over")) {
            body = "{\"to\": \"bo\"}";
        } else if (route.path().endsWith("/take-over")) {
            body = "{\"accept\": true}";
        }
        return who.post(path(route), body);
    }

    private static List<Route> guarded() {
        return Routes.ALL.stream().filter(route -> route.scope().isPresent()).toList();
    }

    /// Whatever the journal says of all runs.
    private JsonNode journal() {
        return anna.get("/api/v1/runs?limit=200").json();
    }

    private void refusedEverywhere(Asking who, int status) {
        JsonNode before = journal();
        for (Route route : guarded()) {
            Asking.Answer answer = ask(who, route);
            assertThat(answer.status()).as(route + " " + answer.body()).isEqualTo(status);
            assertThat(answer.response().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(
                            it -> assertThat(it).startsWith("application/problem+json"));
        }
        assertThat(journal()).isEqualTo(before);
    }

    @Test
    void nobodyGetsInWithoutATokenThatCounts() {
        URI server = served.server();
        Grant all = new Grant(Set.of(Scope.values()), Optional.empty(), Risk.IRREVERSIBLE);
        Asking expired = Asking.with(server, "anna", all, Instant.now().minusSeconds(1));
        Asking revoked = Asking.with(server, "anna", all, Instant.now().plusSeconds(600));
        assertThat(revoked.get("/api/v1/runs").status()).isEqualTo(200);
        Asking.tokens().revoke(revoked.token().split("_")[1], Instant.now());
        String right = anna.token();
        String wrong = right.substring(0, right.length() - 1) + (right.endsWith("0") ? "1" : "0");

        refusedEverywhere(Asking.nobody(server), 401);
        for (Asking who :
                List.of(
                        expired,
                        revoked,
                        Asking.saying(server, wrong),
                        Asking.saying(server, "bst_../../x_" + right.split("_")[2]))) {
            refusedEverywhere(who, 401);
        }
    }

    @Test
    void aTokenOpensWhatItsScopesSay() {
        for (Scope missing : List.of(Scope.RUN, Scope.APPROVE)) {
            Scope[] others =
                    Arrays.stream(Scope.values()).filter(it -> it != missing).toArray(Scope[]::new);
            Asking who = Asking.as(served.server(), "anna", others);
            JsonNode before = journal();
            for (Route route : guarded()) {
                if (route.scope().filter(missing::equals).isPresent()) {
                    Asking.Answer answer = ask(who, route);
                    assertThat(answer.status()).as(route + " " + answer.body()).isEqualTo(403);
                } else if (!route.posts() && !route.path().endsWith("/events")) {
                    assertThat(ask(who, route).status()).as(route.toString()).isEqualTo(200);
                }
            }
            assertThat(journal()).isEqualTo(before);
        }
    }

    @Test
    void whatATokenDoesNotReachIsNotThere() {
        Grant other =
                new Grant(Set.of(Scope.values()), Optional.of(Set.of("other")), Risk.IRREVERSIBLE);
        Asking bo =
                Asking.with(served.server(), "bo", other, Instant.now().plus(Duration.ofHours(1)));
        JsonNode before = journal();
        for (Route route : guarded()) {
            Asking.Answer answer = ask(bo, route);
            if (route.path().contains("{") || route.posts()) {
                assertThat(answer.status()).as(route + " " + answer.body()).isEqualTo(404);
                assertThat(answer.body())
                        .as("nothing tells that it is there: " + route)
                        .isEqualTo(absent(bo, route));
            } else {
                assertThat(answer.status()).as(route.toString()).isEqualTo(200);
                assertThat(answer.body()).as(route.toString()).doesNotContain("full-disk", run);
            }
        }
        assertThat(bo.get("/api/v1/runbooks").body()).contains("other");
        assertThat(journal()).isEqualTo(before);
    }

    /// The same question about something that does not exist at all, in the words of this one.
    private String absent(Asking who, Route route) {
        String nowhere = run.substring(0, 20) + "zzzzzz";
        String path = path(route).replace(run, nowhere).replace("full-disk", "full-dish");
        String order = Served.DRILL.replace("full-disk", "full-dish");
        Asking.Answer answer =
                !route.posts()
                        ? who.get(path)
                        : who.post(
                                path,
                                route.path().endsWith("/runs")
                                        ? order
                                        : route.path().endsWith("/answer")
                                                ? "{\"digest\": \"x\", \"choice\": \"y\"}"
                                                : route.path().endsWith("/hand-over")
                                                        ? "{\"to\": \"bo\"}"
                                                        : route.path().endsWith("/take-over")
                                                                ? "{\"accept\": true}"
                                                                : "{}");
        assertThat(answer.status()).isEqualTo(404);
        return answer.body().replace(nowhere, run).replace("full-dish", "full-disk");
    }

    @Test
    void aYesAboveTheHighestRiskIsNotTaken() {
        Asking who =
                Asking.with(
                        served.server(),
                        "anna",
                        new Grant(
                                Set.of(Scope.APPROVE, Scope.RUN, Scope.ADMIN),
                                Optional.empty(),
                                Risk.MUTATE),
                        Instant.now().plusSeconds(600));
        Asking.Answer started =
                who.post("/api/v1/runs", Served.DRILL.replace("full-disk", "other"));
        String other = started.json().get("run").asText();
        org.awaitility.Awaitility.await()
                .atMost(Served.SOON)
                .until(() -> Served.run(who, other).has("open_gate"));
        String answer =
                "{\"digest\": \"%s\", \"choice\": \"y\", \"typed\": \"node1\"}"
                        .formatted(Served.gate(who, other).get("digest").asText());

        Asking.Answer refused = who.post("/api/v1/runs/" + other + "/gates/G1/answer", answer);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("up to the risk mutate, and this is disrupt");
        Served.abort(who, other);
    }

    @Test
    void readingChangesNothing() {
        JsonNode before = journal();
        for (Route route : Routes.ALL) {
            if (!route.posts() && !route.path().endsWith("/events")) {
                assertThat(ask(anna, route).status()).as(route.toString()).isEqualTo(200);
            } else if (route.posts() && !route.path().endsWith("/runs")) {
                Asking.Answer answer = anna.get(path(route));
                assertThat(answer.status()).as(route.toString()).isIn(404, 405);
                if (answer.status() == 405) {
                    assertThat(answer.response().headers().firstValue("allow"))
                            .as(route.toString())
                            .contains("OPTIONS, POST");
                }
            }
        }
        assertThat(journal()).isEqualTo(before);
    }
}
