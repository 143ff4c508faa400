package dev.blackstart.door.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Asking;
import dev.blackstart.testing.ServedHouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the console lets nobody do, asked without a browser that would not do it.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class ConsoleGuardTest {
    private static final Pattern WORD = Pattern.compile("name=\"forms\" value=\"([0-9a-f]{64})\"");

    @TestHTTPResource("")
    URI server;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String base = "";
    private Asking anna = Asking.nobody(URI.create("http://127.0.0.1"));
    private String cookie = "";
    private String word = "";

    @BeforeEach
    void logsIn() throws Exception {
        base = server.toString().replaceFirst("/$", "");
        anna = new Browsing(base).person("anna");
        HttpResponse<String> in =
                post("/login", "token=" + anna.token() + "&next=/runs", "Origin", base);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/runs");
        String given = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(given)
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure");
        cookie = given.substring(0, given.indexOf(';'));
        var found = WORD.matcher(get("/", "Cookie", cookie).body());
        assertThat(found.find()).isTrue();
        word = found.group(1);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), headers);
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String answer(String run) {
        String digest =
                anna.get("/api/v1/runs/" + run).json().get("open_gate").get("digest").asText();
        return "choice=n&digest=" + digest;
    }

    @Test
    void aFormFromElsewhereDoesNothing() throws Exception {
        String run = new Browsing(base).waiting(anna, "stuck-cache");
        String path = "/runs/" + run + "/gates/G1";
        String good = answer(run) + "&forms=" + word;

        assertThat(post(path, good, "Cookie", cookie).statusCode()).isEqualTo(403);
        for (String origin :
                List.of(
                        "null",
                        "https://evil.example",
                        "http://127.0.0.1.evil",
                        "http://localhost:1")) {
            assertThat(post(path, good, "Cookie", cookie, "Origin", origin).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(
                        post(
                                        path,
                                        good,
                                        "Cookie",
                                        cookie,
                                        "Origin",
                                        "https://console.example:8443",
                                        "Sec-Fetch-Site",
                                        "same-origin")
                                .body())
                .contains(
                        "The browser calls this server https://console.example:8443, and the request says "
                                + base.replace("http://", "")
                                + ": a proxy in between must hand on the Host header");
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(
                            post(
                                            path,
                                            good,
                                            "Cookie",
                                            cookie,
                                            "Origin",
                                            base,
                                            "Sec-Fetch-Site",
                                            site)
                                    .statusCode())
                    .as(site)
                    .isEqualTo(403);
        }
        assertThat(post(path, answer(run), "Cookie", cookie, "Origin", base).statusCode())
                .isEqualTo(403);
        assertThat(
                        post(
                                        path,
                                        answer(run) + "&forms=" + "0".repeat(64),
                                        "Cookie",
                                        cookie,
                                        "Origin",
                                        base)
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        post(path, good + "&forms=" + word, "Cookie", cookie, "Origin", base)
                                .statusCode())
                .isEqualTo(403);
        assertThat(post(path, good, "Origin", base).statusCode()).isEqualTo(401);
        assertThat(anna.get("/api/v1/runs/" + run).json().has("open_gate"))
                .as("still open")
                .isTrue();

        assertThat(post(path, good, "Cookie", cookie, "Origin", base).statusCode()).isEqualTo(303);
    }

    @Test
    void everyFormWantsTheWordOfItsSession() throws Exception {
        String run = new Browsing(base).waiting(anna, "stuck-cache");
        for (String form :
                List.of(
                        "gates/G1",
                        "abort",
                        "hand-over",
                        "take-over",
                        "resume",
                        "reconcile",
                        "repay",
                        "reviews/G1")) {
            assertThat(
                            post(
                                            "/runs/" + run + "/" + form,
                                            answer(run) + "&sure=yes&to=bo&accept=yes&reason=x",
                                            "Cookie",
                                            cookie,
                                            "Origin",
                                            base)
                                    .statusCode())
                    .as(form)
                    .isEqualTo(403);
        }
        assertThat(
                        post(
                                        "/runbooks/stuck-cache/runs",
                                        "mode=drill&drill=stuck-cache&order=" + "0".repeat(52),
                                        "Cookie",
                                        cookie,
                                        "Origin",
                                        base)
                                .statusCode())
                .isEqualTo(403);
        assertThat(post("/logout", "", "Cookie", cookie, "Origin", base).statusCode())
                .isEqualTo(403);
        assertThat(anna.get("/api/v1/runs/" + run).json().has("open_gate")).isTrue();
        anna.post("/api/v1/runs/" + run + "/abort", "{\"reason\": \"the test is over\"}");
    }

    @Test
    void aCookieCountsAtTheConsoleAndATokenElsewhere() throws Exception {
        assertThat(get("/api/v1/runs", "Cookie", cookie).statusCode()).isEqualTo(401);
        assertThat(get("/runs", "Authorization", "Bearer " + anna.token()).statusCode())
                .isEqualTo(401);
        assertThat(get("/runs?token=" + anna.token()).statusCode()).isEqualTo(401);
        assertThat(get("/runs", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(get("/runs", "Cookie", "blackstart=" + "0".repeat(52)).statusCode())
                .isEqualTo(401);

        Asking.tokens().revoke(anna.token().split("_")[1], Instant.now());
        assertThat(get("/runs", "Cookie", cookie).statusCode())
                .as("with its token revoked")
                .isEqualTo(401);
    }

    @Test
    void nobodySeesAPageWithoutLoggingIn() throws Exception {
        String run = "0".repeat(26);
        for (String page :
                List.of(
                        "/",
                        "/waiting",
                        "/runs",
                        "/runbooks",
                        "/runbooks/stuck-cache",
                        "/runbooks/stuck-cache/sheet",
                        "/loans",
                        "/runs/" + run,
                        "/runs/" + run + "/live",
                        "/runs/" + run + "/outputs",
                        "/runs/" + run + "/evidence",
                        "/runs/" + run + "/report")) {
            HttpResponse<String> answer = get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(401);
            assertThat(answer.body()).contains("name=\"token\"");
            assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        }
        assertThat(get("/runs/" + run, "Cookie", cookie).statusCode()).isEqualTo(404);
        assertThat(get("/runs/nonsense", "Cookie", cookie).statusCode()).isEqualTo(404);
        assertThat(get("/webjars/htmx.org/2.0.8/dist/htmx.min.js").statusCode()).isEqualTo(404);
        assertThat(get("/web/htmx.js").body()).contains("htmx");
        assertThat(get("/web/page.html.ftl").statusCode()).isEqualTo(404);
    }

    @Test
    void aMistypedAddressIsAPageInABrowserAndAProblemForPrograms() throws Exception {
        String[] browser = {"Accept", "text/html,application/xhtml+xml;q=0.9", "Cookie", cookie};
        for (String path : List.of("/nothing", "/runs/x/y/z", "/runs/", "/runs//x")) {
            HttpResponse<String> page = get(path, browser);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(it -> assertThat(it).startsWith("text/html"));
            assertThat(page.body())
                    .contains("There is nothing under this address", "<a href=\"/\">")
                    .contains("<title>Not ");
            assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(get(path, "Accept", "application/json").body()).startsWith("{\"type\":");
        }
        for (String path : List.of("/nothing", "/runs//x", "/runs/%2e")) {
            assertThat(get(path, browser).body()).as(path).contains("Log out");
            assertThat(get(path, browser).headers().allValues("X-Frame-Options"))
                    .as(path)
                    .containsExactly("DENY");
        }
        assertThat(get("/nothing", "Accept", "text/html").body())
                .contains("Not done")
                .doesNotContain("Log out");
        assertThat(get("/api/v1/nothing", browser).body()).startsWith("{\"type\":");
    }

    @Test
    void aReportIsLookedAtOrKept() throws Exception {
        String run = new Browsing(base).waiting(anna, "stuck-cache");
        HttpResponse<String> seen = get("/runs/" + run + "/report", "Cookie", cookie);
        assertThat(seen.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(seen.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(seen.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .allMatch(it -> it.startsWith("default-src 'none';") && it.endsWith("sandbox"));
        assertThat(seen.body()).contains("Restart a stuck cache");
        assertThat(
                        get("/runs/" + run + "/report?form=html", "Cookie", cookie)
                                .headers()
                                .firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + run + ".html\"");
        anna.post("/api/v1/runs/" + run + "/abort", "{\"reason\": \"the test is over\"}");
    }

    @Test
    void logsInOnlyToPagesOfItsOwn() throws Exception {
        for (String next :
                List.of(
                        "//evil.example",
                        "https://evil.example",
                        "/\\evil.example",
                        "/login/x",
                        "/a\r\nX: y",
                        "")) {
            String body =
                    "token="
                            + anna.token()
                            + "&next="
                            + URLEncoder.encode(next, StandardCharsets.UTF_8);
            HttpResponse<String> in = post("/login", body, "Origin", base);
            assertThat(in.headers().firstValue("Location")).as(next).contains("/");
        }
        HttpResponse<String> no =
                post("/login", "token=bst_nobody_" + "0".repeat(52), "Origin", base);
        assertThat(no.statusCode()).isEqualTo(401);
        assertThat(no.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(post("/login", "token=" + anna.token()).statusCode())
                .as("from nowhere")
                .isEqualTo(403);
        String encrypted = base.replace("http:", "https:");
        assertThat(
                        post("/login", "token=" + anna.token(), "Origin", encrypted)
                                .headers()
                                .firstValue("Set-Cookie"))
                .hasValueSatisfying(it -> assertThat(it).contains("Secure"));
    }
}
