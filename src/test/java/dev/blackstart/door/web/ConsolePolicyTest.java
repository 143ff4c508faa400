package dev.blackstart.door.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.testing.Asking;
import dev.blackstart.testing.ServedHouse;
import dev.blackstart.testing.ServedSite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whom the policy lets approve finds the form for it, whoever answers the gates of the run.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class ConsolePolicyTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TestHTTPResource("")
    URI server;

    @Test
    void anApproverOfThePolicyIsGivenYesAndNo() {
        Browsing house = new Browsing(server.toString().replaceFirst("/$", ""));
        Asking anna = house.person("anna");
        Asking.Answer answer =
                anna.post("/api/v1/runs", "{\"runbook\": \"shake\", \"mode\": \"live\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String run = answer.json().get("run").asText();
        await().atMost(SOON).until(() -> anna.get("/api/v1/runs/" + run).json().has("open_gate"));
        String digest =
                anna.get("/api/v1/runs/" + run).json().get("open_gate").get("digest").asText();

        // by the name of their account, as a token made on their machine has it
        Visitor bo = new Visitor(house.server(), house.person("robert").token());
        String page = bo.get("/runs/" + run).body();
        assertThat(page)
                .contains("name=\"choice\" value=\"y\"", "name=\"choice\" value=\"n\"")
                .doesNotContain("name=\"choice\" value=\"s\"", "can hand them over to you");
        Map<String, String> yes = Map.of("choice", "y", "digest", digest, "typed-y", "a");
        assertThat(bo.fill("/runs/" + run + "/gates/G1", yes).statusCode()).isEqualTo(303);

        await().atMost(SOON).until(() -> anna.get("/api/v1/runs/" + run).json().has("verdict"));
        assertThat(bo.get("/runs/" + run).body()).contains("RECOVERED", "robert");
        assertThat(ServedSite.folder().resolve("effects")).content().contains("shaken");
    }
}
