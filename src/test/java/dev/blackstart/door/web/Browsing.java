package dev.blackstart.door.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.service.Scope;
import dev.blackstart.testing.Asking;
import dev.blackstart.testing.Chromium;
import dev.blackstart.testing.Tab;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// People with a browser each, and the runs they look at.
record Browsing(String server, Optional<Chromium> chromium) {
    private static final Duration SOON = Duration.ofSeconds(20);

    /// Without a browser.
    Browsing(String server) {
        this(server, Optional.empty());
    }

    static Browsing at(URI server, Chromium chromium) {
        return new Browsing(server.toString().replaceFirst("/$", ""), Optional.of(chromium));
    }

    /// A window of somebody who has not logged in.
    Tab stranger() {
        return chromium.orElseThrow().window();
    }

    Asking person(String name) {
        return Asking.as(URI.create(server), name, Scope.values());
    }

    /// A drill, opened by anna, that waits at its gate.
    String waiting(Asking anna, String drill) {
        Asking.Answer answer =
                anna.post("/api/v1/runs", "{\"mode\": \"drill\", \"drill\": \"" + drill + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String run = answer.json().get("run").asText();
        await().atMost(SOON).until(() -> anna.get("/api/v1/runs/" + run).json().has("open_gate"));
        return run;
    }

    /// A window in which somebody has logged in, with a token of their own.
    Tab window(String person) {
        Tab tab = stranger();
        tab.open(server + "/login").type("#token", person(person).token()).send("button.main");
        assertThat(tab.text(".who")).contains(person);
        return tab;
    }

    Tab window(String person, String run) {
        return window(person).open(page(run));
    }

    String page(String run) {
        return server + "/runs/" + run;
    }

    /// Chooses at the gate; the answer is not given yet.
    static Tab chooses(Tab tab, String key, String typed) {
        tab.click("#gate input[value='" + key + "']");
        Optional.of(typed)
                .filter(it -> !it.isEmpty())
                .ifPresent(it -> tab.type("#gate input[name='typed-" + key + "']", it));
        return tab;
    }

    /// Nothing was forbidden by the page's policy, no script failed, and nothing was asked of
    /// anybody else.
    void keptToItself(Tab tab) {
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests())
                .isNotEmpty()
                .allMatch(it ->
                        it.startsWith(server + "/")
                                || it.startsWith("data:")
                                || it.equals("about:blank"));
    }
}
