package dev.blackstart.door.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.service.Scope;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs started from a runbook's page, and what is wanted of runs that have ended.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class ConsoleStartTest {
    private static final String PAGE = "/runbooks/change-password";
    private static final String SECRET = "correct horse battery";

    @TestHTTPResource("")
    URI server;

    private String base = "";
    private Asking anna = Asking.nobody(URI.create("http://127.0.0.1"));

    @BeforeEach
    void names() {
        base = server.toString().replaceFirst("/$", "");
        anna = new Browsing(base).person("anna");
    }

    private Visitor loggedIn() {
        return new Visitor(base, anna.token());
    }

    private static Map<String, String> drill(String order) {
        return new HashMap<>(
                Map.of(
                        "order", order,
                        "mode", "drill",
                        "drill", "change-password",
                        "scripted", "yes",
                        "parameter-ticket", "OPS-7",
                        "parameter-rounds", "",
                        "secret-new_password", SECRET));
    }

    private long runs() {
        return anna.get("/api/v1/runs?runbook=change-password&limit=200").json().get("runs").size();
    }

    @Test
    void aButtonThatIsPressedTwiceStartsOneRun() {
        Visitor visitor = loggedIn();
        HttpResponse<String> page = visitor.get(PAGE);
        assertThat(page.body())
                .contains(
                        "name=\"parameter-daemon\"",
                        "placeholder=\"cache, unless filled in\"",
                        "Whose password it is.")
                .contains("<option>quick</option>", "must be given", "at least 1, at most 9")
                .contains("name=\"secret-new_password\" type=\"password\"")
                .doesNotContain("name=\"parameter-new_password\"");
        Map<String, String> form = drill(Visitor.order(page));
        long before = runs();

        List<String> places =
                Stream.of(1, 2, 3)
                        .map(it ->
                                CompletableFuture.supplyAsync(
                                        () -> visitor.fill(PAGE + "/runs", form)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(it -> it.headers().firstValue("Location").orElse(it.body()))
                        .toList();

        assertThat(places).allMatch(it -> it.startsWith("/runs/")).containsOnly(places.getFirst());
        assertThat(runs()).isEqualTo(before + 1);
        String run = places.getFirst();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> visitor.get(run).body().contains("RECOVERED"));
        assertThat(visitor.get(run).body()).contains("OPS-7").doesNotContain(SECRET);
        assertThat(visitor.get(PAGE).body())
                .contains(">drill change-password <", "passed, recovered", run);
        assertThat(visitor.get("/runbooks").body()).contains(PAGE, "passed, recovered");

        form.put("parameter-ticket", "OPS-8");
        assertThat(visitor.fill(PAGE + "/runs", form).statusCode())
                .as("another order with the same word")
                .isEqualTo(409);
    }

    @Test
    void whatIsRefusedIsSaidAndNoSecretIsShownAgain() {
        Visitor visitor = loggedIn();
        Map<String, String> form = drill(Visitor.order(visitor.get(PAGE)));
        form.put("parameter-rounds", "12");
        form.remove("parameter-ticket");
        long before = runs();

        HttpResponse<String> refused = visitor.fill(PAGE + "/runs", form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("parameter `ticket` must be given", "parameter `rounds`", "value=\"12\"")
                .contains("value=\"drill\" required checked")
                .doesNotContain(SECRET);
        form.put("secret-new_password", "short");
        HttpResponse<String> tooShort = visitor.fill(PAGE + "/runs", form);
        assertThat(tooShort.body()).contains("shorter than 6").doesNotContain(">short<");
        for (String missing : List.of("mode", "order", "drill")) {
            Map<String, String> without = new HashMap<>(form);
            without.remove(missing);
            assertThat(visitor.fill(PAGE + "/runs", without).statusCode())
                    .as(missing)
                    .isEqualTo(400);
        }
        assertThat(visitor.fill("/runbooks/absent/runs", form).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/runbooks/absent").statusCode()).isEqualTo(404);
        assertThat(runs()).isEqualTo(before);

        Visitor looker = new Visitor(base, Asking.as(URI.create(base), "cy", Scope.VIEW).token());
        assertThat(looker.fill(PAGE + "/runs", form).statusCode()).isEqualTo(403);
        assertThat(looker.get(PAGE).body()).doesNotContain("name=\"order\"");
        assertThat(looker.get(PAGE + "/sheet").headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"change-password.html\"");
    }

    @Test
    void aDrillOwesNothing() {
        Visitor visitor = loggedIn();
        Map<String, String> form = drill(Visitor.order(visitor.get(PAGE)));
        String run =
                visitor.fill(PAGE + "/runs", form).headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> visitor.get(run).body().contains("RECOVERED"));

        HttpResponse<String> refused = visitor.fill(run + "/repay", Map.of("step", ""));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("The world of this drill is gone");
        assertThat(anna.post("/api/v1" + run + "/repay", "{}").status()).isEqualTo(409);
    }
}
