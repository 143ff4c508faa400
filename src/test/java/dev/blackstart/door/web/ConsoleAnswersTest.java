package dev.blackstart.door.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.testing.Asking;
import dev.blackstart.testing.ServedHouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the console says to answers and wishes, and what it keeps of those that it refuses.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class ConsoleAnswersTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource("")
    URI server;

    private Browsing house = new Browsing("");
    private Asking anna = Asking.nobody(URI.create("http://127.0.0.1"));
    private @Nullable Visitor known;

    @BeforeEach
    void logsIn() {
        house = new Browsing(server.toString().replaceFirst("/$", ""));
        anna = house.person("anna");
        known = new Visitor(house.server(), anna.token());
    }

    private Visitor visitor() {
        return Objects.requireNonNull(known);
    }

    private Visitor bo() {
        return new Visitor(house.server(), house.person("bo").token());
    }

    private JsonNode gate(String run, String id) {
        await().atMost(SOON)
                .until(() ->
                        anna.get("/api/v1/runs/" + run)
                                .json()
                                .path("open_gate")
                                .path("gate")
                                .asText()
                                .equals(id));
        return anna.get("/api/v1/runs/" + run).json().get("open_gate");
    }

    private HttpResponse<String> answer(
            Visitor by, String run, String id, Map<String, String> said) {
        Map<String, String> all = new HashMap<>(said);
        all.putIfAbsent("digest", gate(run, id).get("digest").asText());
        return by.fill("/runs/" + run + "/gates/" + id, all);
    }

    /// A run at the gate that asks how it shall go on.
    private String stubborn() {
        String run = house.waiting(anna, "stubborn");
        assertThat(answer(visitor(), run, "G1", Map.of("choice", "y")).statusCode()).isEqualTo(303);
        gate(run, "G2");
        return run;
    }

    @Test
    void whatWasTypedAtAGateStaysWhenItIsRefused() {
        String run = stubborn();
        String page = "/runs/" + run;

        HttpResponse<String> refused =
                answer(
                        visitor(),
                        run,
                        "G2",
                        Map.of(
                                "choice", "exclude_host",
                                "typed-exclude_host", "nowhere",
                                "typed-amend", "web1\nqueue-flush <hard>",
                                "note", "it's \"stuck\""));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("<div class=\"told\" role=\"alert\" tabindex=\"-1\" autofocus>")
                .contains("value=\"exclude_host\" required checked")
                .contains("value=\"nowhere\"", "queue-flush &lt;hard&gt;</textarea>")
                .contains("it&#39;s &quot;stuck&quot;")
                .contains("What would go out next; no answer here sends it")
                .doesNotContain("What will run");
        assertThat(visitor().get(page).body()).doesNotContain("nowhere", "&lt;hard&gt;");
        assertThat(
                        answer(
                                        visitor(),
                                        run,
                                        "G2",
                                        Map.of(
                                                "digest", "0".repeat(64),
                                                "choice", "exclude_host",
                                                "typed-exclude_host", "nowhere"))
                                .body())
                .as("meant for a gate that is another now")
                .doesNotContain("nowhere", "required checked");
        assertThat(anna.post("/api/v1" + page + "/abort", "{}").status()).isEqualTo(202);
    }

    @Test
    void aCommandOfOnesOwnWaitsForNobodyElse() {
        String run = stubborn();
        HttpResponse<String> sent =
                answer(
                        visitor(),
                        run,
                        "G2",
                        Map.of("choice", "inspect", "typed-inspect", "web1 queue-status"));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(visitor().get("/runs/" + run).body())
                .contains("Your command is sent, and changes nothing in the run")
                .doesNotContain("somebody else must answer");
        assertThat(anna.post("/api/v1/runs/" + run + "/abort", "{}").status()).isEqualTo(202);
    }

    @Test
    void whatAHostSaysAtLengthStandsBehindAClick() {
        String run = house.waiting(anna, "stubborn");
        String whole = "line 40 of what it says";

        for (String page : List.of("", "/evidence")) {
            String shown = visitor().get("/runs/" + run + page).body();
            assertThat(shown).as(page).contains(whole, "<details class=\"long\"");
            assertThat(shown.replaceAll("(?s)<details (class=\"long|id=\"more-).*?</details>", ""))
                    .as(page)
                    .doesNotContain(whole);
        }
        assertThat(anna.post("/api/v1/runs/" + run + "/abort", "{}").status()).isEqualTo(202);
    }

    @Test
    void noMomentStandsTwiceAtATimelineAndNoWaitOfNothing() {
        String run = house.waiting(anna, "stubborn");
        String page = visitor().get("/runs/" + run).body();
        String line = page.substring(page.indexOf("timeline broad"));
        List<String> moments =
                Pattern.compile("class=\"faint\"[^>]*>([0-9:]+)</text>")
                        .matcher(line.substring(0, line.indexOf("</svg>")))
                        .results()
                        .map(it -> it.group(1))
                        .toList();

        assertThat(moments).isNotEmpty().doesNotHaveDuplicates();
        assertThat(page).doesNotContain("≈ 0 s ≈");
        assertThat(anna.post("/api/v1/runs/" + run + "/abort", "{}").status()).isEqualTo(202);
    }

    @Test
    void anOfferThatCannotCountIsRefusedAndOneThatDoesStandsOnTop() {
        String run = house.waiting(anna, "stuck-cache");
        String path = "/runs/" + run + "/hand-over";

        HttpResponse<String> own = visitor().fill(path, Map.of("to", "anna"));

        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body())
                .contains("anna answers its gates already.", "name=\"to\" value=\"anna\"")
                .contains("id=\"c-hand\" open")
                .doesNotContain("who must accept");
        assertThat(bo().fill("/runs/" + run + "/take-over", Map.of("accept", "yes")).body())
                .contains("Nobody has offered this run to bo.");

        assertThat(bo().get("/").body()).doesNotContain("are offered to you");
        assertThat(visitor().fill(path, Map.of("to", "bo")).statusCode()).isEqualTo(303);
        Visitor bo = bo();
        await().atMost(SOON).until(() -> bo.get("/").body().contains("are offered to you"));
        assertThat(bo.get("/").body()).contains("/runs/" + run + "#controls");
        assertThat(visitor().get("/").body()).doesNotContain("are offered to you");
        assertThat(bo.fill("/runs/" + run + "/take-over", Map.of("accept", "no")).statusCode())
                .isEqualTo(303);
        assertThat(anna.post("/api/v1/runs/" + run + "/abort", "{}").status()).isEqualTo(202);
    }

    @Test
    void aSecondPersonIsGivenYesAndNoAndTheirNoCounts() {
        String run = house.waiting(anna, "lost-disk");
        Visitor bo = bo();

        assertThat(bo.get("/runs/" + run).body())
                .contains("name=\"choice\" value=\"y\"", "name=\"choice\" value=\"n\"")
                .contains("reason, for the record (a yes needs one)")
                .doesNotContain("may stay empty", "name=\"choice\" value=\"s\"");
        HttpResponse<String> bare =
                answer(visitor(), run, "G1", Map.of("choice", "y", "typed-y", "web1"));
        assertThat(bare.statusCode()).isEqualTo(409);
        assertThat(bare.body()).contains("needs a reason", "name=\"typed-y\" value=\"web1\"");

        String digest = gate(run, "G1").get("digest").asText();
        HttpResponse<String> no =
                answer(bo, run, "G1", Map.of("choice", "n", "digest", digest, "note", "not now"));
        assertThat(no.statusCode()).as(no.body()).isEqualTo(303);
        await().atMost(SOON).until(() -> anna.get("/api/v1/runs/" + run).json().has("verdict"));

        HttpResponse<String> late =
                visitor()
                        .fill(
                                "/runs/" + run + "/gates/G1",
                                Map.of(
                                        "choice", "y", "digest", digest, "typed-y", "web1", "note",
                                        "now"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Gate G1 was answered with `n` by bo at ")
                .contains("run " + run + " is closed, and nothing was changed by this answer.")
                .doesNotContain("resume it first");
    }
}
