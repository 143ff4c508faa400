package dev.blackstart.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.testing.Asking;
import dev.blackstart.testing.ServedHouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs are started, watched, answered and ended over HTTP.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class RunsOverHttpTest {
    @TestHTTPResource("")
    URI address;

    private Asking anna = Asking.nobody(URI.create("http://127.0.0.1"));

    @BeforeEach
    void comesIn() {
        anna = Served.at(address).everything("anna");
    }

    private Asking.Answer answer(Asking who, String run, String choice) {
        String digest = Served.gate(who, run).get("digest").asText();
        return who.post(
                "/api/v1/runs/" + run + "/gates/G1/answer",
                "{\"digest\": \"%s\", \"choice\": \"%s\"}".formatted(digest, choice));
    }

    @Test
    void aGateIsReadAndAnsweredAndTheRunRecovers() {
        String run = Served.waiting(anna);
        JsonNode gate = anna.get("/api/v1/runs/" + run + "/gates/G1").json();

        assertThat(gate).isEqualTo(Served.gate(anna, run));
        assertThat(gate.get("commands").get(0).get("text").asText())
                .isEqualTo("journalctl --vacuum-size=200M");
        assertThat(gate.get("targets").get(0).asText()).isEqualTo("node1");
        assertThat(gate.get("findings").get(0).get("value").asText()).isEqualTo("true");
        assertThat(anna.get("/api/v1/gates").body()).contains(run);

        String body =
                "{\"digest\": \"%s\", \"choice\": \"y\"}".formatted(gate.get("digest").asText());
        Asking.Answer counted = anna.post("/api/v1/runs/" + run + "/gates/G1/answer", body);
        Asking.Answer again = anna.post("/api/v1/runs/" + run + "/gates/G1/answer", body);

        assertThat(counted.status()).as(counted.body()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(counted.json());
        await().atMost(Served.SOON).until(() -> Served.run(anna, run).has("verdict"));
        assertThat(Served.run(anna, run).get("verdict").asText()).isEqualTo("recovered");
        documents(run);
    }

    private void documents(String run) {
        assertThat(anna.get("/api/v1/runs/" + run + "/report").body())
                .contains("**Free a full log disk**");
        assertThat(
                        anna.get("/api/v1/runs/" + run + "/report?form=json")
                                .json()
                                .get("verdict")
                                .asText())
                .isEqualTo("recovered");
        Asking.Answer page = anna.get("/api/v1/runs/" + run + "/report?form=html");
        assertThat(page.body()).startsWith("<!DOCTYPE html>");
        assertThat(page.response().headers().firstValue("Content-Disposition")).isPresent();
        assertThat(anna.get("/api/v1/runs/" + run + "/evidence").body()).contains("log_disk_full");
        JsonNode drills = anna.get("/api/v1/drills").json().get("drills");
        assertThat(drills)
                .filteredOn(it -> it.get("drill").asText().equals("full-disk"))
                .singleElement()
                .satisfies(it -> assertThat(it.get("newest").get("passed").asBoolean()).isTrue());
        assertThat(anna.get("/q/metrics").body())
                .contains(
                        "blackstart_runs{runbook=\"full-disk\",mode=\"drill\",verdict=\"recovered\"} ",
                        "blackstart_last_rehearsal_age_seconds{runbook=\"full-disk\"} +Inf",
                        "blackstart_ssh_errors_total{kind=\"authentication\"} 0",
                        "blackstart_gate_wait_seconds_count{runbook=\"full-disk\"} ");
    }

    @Test
    void anAnswerThatDoesNotCountHearsWhy() {
        String run = Served.waiting(anna);
        Asking bo = Served.at(address).everything("bo");

        Asking.Answer foreign = answer(bo, run, "y");
        Asking.Answer unknown = answer(anna, run, "maybe");
        Asking.Answer changed =
                anna.post(
                        "/api/v1/runs/" + run + "/gates/G1/answer",
                        "{\"digest\": \"0000\", \"choice\": \"y\"}");
        Asking.Answer none = anna.get("/api/v1/runs/" + run + "/gates/G2");

        assertThat(foreign.status()).isEqualTo(409);
        assertThat(foreign.body()).contains("anna answers the gates of this run");
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.body()).contains("`maybe` is not a choice here");
        assertThat(changed.body()).contains("has changed since you saw it");
        assertThat(none.status()).isEqualTo(404);
        assertThat(Served.run(anna, run).get("acted_on")).isEmpty();
        Served.abort(anna, run);
    }

    @Test
    void aRunIsFoundByTheHostForWhichItWaits() {
        Asking hal = Served.at(address).everything("hal");
        String run = Served.waiting(hal);

        assertThat(hal.get("/api/v1/runs?open=true&by=hal&host=node1").json().get("runs"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.get("run").asText()).isEqualTo(run);
                    assertThat(it.get("hosts").toString()).contains("\"node1\"");
                    assertThat(it.get("acted_on")).isEmpty();
                });
        assertThat(hal.get("/api/v1/runs?open=true&by=hal&host=node99").json().get("runs"))
                .isEmpty();
        Served.abort(hal, run);
    }

    @Test
    void aSignatureIsWorthWhatTheProcessOfTheRunFindsInIt() {
        String run = Served.waiting(anna);
        String path = "/api/v1/runs/" + run + "/gates/G1/answer";
        String body =
                "{\"digest\": \"%s\", \"choice\": \"y\", \"signed\": %s}"
                        .formatted(
                                Served.gate(anna, run).get("digest").asText(),
                                "{\"person\": \"anna\", \"principal\": \"anna@example.org\", \"until\": \"2099-01-01T00:00:00Z\", \"signature\": \"none\"}");

        Asking.Answer foreign =
                Served.at(address).everything("bo").post(path, body.replace("\"anna\"", "\"cy\""));
        Asking.Answer half = anna.post(path, body.replace("\"principal\"", "\"principle\""));
        Asking.Answer timeless = anna.post(path, body.replace("2099-01-01", "soon"));

        assertThat(foreign.status()).as(foreign.body()).isEqualTo(409);
        assertThat(foreign.body()).contains("cy answered gate G1, which did not count");
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.body()).contains("signed has person, principal, until and signature");
        assertThat(timeless.status()).isEqualTo(400);
        assertThat(Served.run(anna, run).get("acted_on")).isEmpty();
        Served.abort(anna, run);
    }

    @Test
    void theGatesAreHandedOver() {
        String run = Served.waiting(anna);
        Asking bo = Served.at(address).everything("bo");

        assertThat(anna.post("/api/v1/runs/" + run + "/hand-over", "{\"to\": \"bo\"}").status())
                .isEqualTo(202);
        await().atMost(Served.SOON)
                .until(() -> {
                    bo.post("/api/v1/runs/" + run + "/take-over", "{\"accept\": true}");
                    return Served.run(bo, run).get("answers_gates").asText().equals("bo");
                });
        assertThat(answer(anna, run, "y").status()).isEqualTo(409);
        assertThat(answer(bo, run, "n").status()).isEqualTo(200);
        await().atMost(Served.SOON).until(() -> Served.run(bo, run).has("verdict"));
        assertThat(anna.post("/api/v1/runs/" + run + "/abort", "{}").status()).isEqualTo(409);
    }

    @Test
    void gatesAreNotOfferedToWhoHasThem() {
        String run = Served.waiting(anna);
        Asking.Answer own = anna.post("/api/v1/runs/" + run + "/hand-over", "{\"to\": \"anna\"}");

        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body()).contains("anna answers its gates already.");
        Served.abort(anna, run);
    }

    @Test
    void whoDoesNotAnswerTheGatesEndsARunOnlyAsAdminAndSaysWhy() {
        String run = Served.waiting(anna);
        Asking bo = Asking.as(Served.at(address).server(), "bo", dev.blackstart.service.Scope.RUN);
        Asking cy = Served.at(address).everything("cy");
        String path = "/api/v1/runs/" + run + "/abort";

        assertThat(bo.post(path, "{\"reason\": \"mine\"}").status()).isEqualTo(403);
        assertThat(cy.post(path, "{}").status()).isEqualTo(400);
        assertThat(cy.post(path, "{\"reason\": \"anna cannot be reached\"}").status())
                .isEqualTo(202);
        await().atMost(Served.SOON).until(() -> Served.run(anna, run).has("verdict"));
        assertThat(Served.run(anna, run).get("verdict").asText()).isEqualTo("stopped");
    }

    @Test
    void anOrderThatComesAgainStartsNothing() {
        String order = "{\"mode\": \"drill\", \"drill\": \"full-disk\", \"scripted\": true}";
        String key = "key-" + anna.token().substring(20);

        Asking.Answer first = anna.post("/api/v1/runs", order, key);
        String otherwise = "{ \"scripted\":true, \"drill\":\"full-disk\", \"mode\":\"drill\" }";
        Asking.Answer again = anna.post("/api/v1/runs", otherwise, key);
        Asking.Answer other = anna.post("/api/v1/runs", order.replace("true", "false"), key);
        Asking.Answer unknown =
                anna.post("/api/v1/runs", order.replace("full-disk", "nothing"), key + "2");
        Asking.Answer corrected = anna.post("/api/v1/runs", order, key + "2");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        String run = first.json().get("run").asText();
        assertThat(first.response().headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/api/v1/runs/" + run));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("run").asText()).isEqualTo(run);
        assertThat(other.status()).isEqualTo(409);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(corrected.status()).isEqualTo(201);
        await().atMost(Served.SOON).until(() -> Served.run(anna, run).has("verdict"));
        assertThat(Served.run(anna, run).get("verdict").asText()).isEqualTo("recovered");
    }

    @Test
    void aSecretAmongTheParametersIsRefused() {
        Asking.Answer answer =
                anna.post(
                        "/api/v1/runs",
                        "{\"mode\": \"rehearsal\", \"runbook\": \"change-password\","
                                + " \"parameters\": {\"ticket\": \"7\", \"new_password\": \"hunter2hunter2\"}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("new_password is a secret")
                .doesNotContain("hunter2hunter2");
    }

    @Test
    void runsAreFilteredAndCutIntoPages() {
        anna = Served.at(address).everything("dora");
        List<String> started = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            started.addFirst(Served.waiting(anna));
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    anna.get("/api/v1/runs?open=true&limit=2&by=dora&runbook=full-disk" + next)
                            .json();
            page.get("runs").forEach(it -> seen.add(it.get("run").asText()));
            next = page.has("next") ? "&before=" + page.get("next").asText() : "";
        } while (!next.isEmpty());

        assertThat(seen).isEqualTo(started);
        assertThat(anna.get("/api/v1/runs?verdict=recovered&mode=live").json().get("runs"))
                .isEmpty();
        started.forEach(run -> Served.abort(anna, run));
        JsonNode newest =
                anna.get("/api/v1/runs?verdict=stopped&limit=1&since=PT1H&by=dora").json();
        assertThat(newest.get("runs").get(0).get("run").asText()).isEqualTo(started.getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    limit=0                | limit must be a number from 1 to 200.
                    limit=-1               | limit must be a number from 1 to 200.
                    limit=201              | limit must be a number from 1 to 200.
                    limit=9223372036854775808 | limit must be a number from 1 to 200.
                    before=zzz             | before must be the id of a run, which has 26 characters
                    mode=quick             | mode must be one of
                    verdict=good           | verdict must be one of
                    since=yesterday        | since must be a time
                    open=maybe             | open must be true or false.
                    sort=name              | sort is not known here
                    open=true&open=false   | open is said twice.
                    """)
    void queriesThatMakeNoSenseAreRefused(String query, String sentence) {
        Asking.Answer answer = anna.get("/api/v1/runs?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"runbook": "full-disk", "approvedBy": "bo"} | The key approvedBy is not known here
                    {"runbok": "full-disk"}                      | Did you mean runbook?
                    {"runbook": "full-disk", "runbook": "other"} | The body is no JSON object
                    {"runbook": "full-disk"} {}                  | The body is no JSON object
                    {"mode": "live", "runbook": 7}               | runbook must be a text.
                    {"runbook": "full-disk", "mode": "LIVE"}     | mode must be one of
                    {"runbook": "full-disk", "mode": "live", "scripted": true} | Only mode drill can be scripted.
                    {"mode": "drill", "runbook": "full-disk"}    | A drill is named by drill
                    {"runbook": "full-disk", "mode": "live", "parameters": {"a": [1]}} | parameters.a must be
                    {"runbook": "full-disk"}                     | mode is missing
                    [[[[[[[[[[[[[[[[[[[[[[                       | The body is no JSON object
                    []                                           | The body must be a JSON object.
                    """)
    void ordersThatMakeNoSenseAreRefused(String order, String sentence) {
        Asking.Answer answer = anna.post("/api/v1/runs", order);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(sentence);
    }

    @Test
    void whatIsRefusedSaysSoWithoutARun() {
        JsonNode before = anna.get("/api/v1/runs?limit=1").json();

        Asking.Answer parameter =
                anna.post(
                        "/api/v1/runs",
                        "{\"runbook\": \"full-disk\", \"mode\": \"live\", \"parameters\": {\"nope\": \"1\"}}");
        Asking.Answer form = anna.method("PUT", "/api/v1/runs", "{}");

        assertThat(parameter.status()).as(parameter.body()).isEqualTo(422);
        assertThat(parameter.json().get("type").asText())
                .isEqualTo("urn:blackstart:problem:refused");
        assertThat(form.status()).isEqualTo(405);
        assertThat(form.response().headers().firstValue("allow"))
                .contains("GET, HEAD, OPTIONS, POST");
        assertThat(anna.get("/api/v1/runs?limit=1").json()).isEqualTo(before);
    }

    @Test
    void theDescriptionHasEveryRoute() {
        JsonNode paths = anna.get("/api/v1/openapi.json").json().get("paths");
        String page = anna.get("/api/v1/description").body();

        assertThat(Routes.ALL)
                .allSatisfy(route -> {
                    assertThat(paths.get(route.path()).has(route.posts() ? "post" : "get"))
                            .isTrue();
                    assertThat(page).contains(route.path().replace("{", "{"));
                });
        assertThat(page).doesNotContain("http://", "https://", "<script");
        assertThat(StreamSupport.stream(paths.spliterator(), false).count())
                .isEqualTo(Routes.ALL.stream().map(Route::path).distinct().count());
    }

    @Test
    void runbooksAreListedShownPrintedAndLinted() {
        assertThat(anna.get("/api/v1/runbooks").json().get("runbooks").findValuesAsText("runbook"))
                .contains("full-disk", "other");
        assertThat(anna.get("/api/v1/runbooks/full-disk").json().get("steps")).hasSize(2);
        assertThat(anna.get("/api/v1/runbooks/full-disk/documentation").body())
                .contains("journalctl --vacuum-size=200M");
        assertThat(anna.get("/api/v1/runbooks/full-disk/lint").json().get("accepted").asBoolean())
                .isTrue();
        assertThat(anna.get("/api/v1/loans").json().get("loans")).isEmpty();
        assertThat(Asking.nobody(Served.at(address).server()).get("/q/health/ready").body())
                .isEqualTo("ready\n");
    }
}
