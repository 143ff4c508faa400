package dev.blackstart.door.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.service.Links;
import dev.blackstart.testing.Asking;
import dev.blackstart.testing.Chromium;
import dev.blackstart.testing.ServedHouse;
import dev.blackstart.testing.Tab;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The console as people use it, in a real browser.
@QuarkusTest
@WithTestResource(ServedHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {
    @TestHTTPResource("")
    URI server;

    private @Nullable Chromium chromium;
    private Browsing house = new Browsing("");

    @BeforeAll
    void starts(@TempDir Path folder) {
        chromium = new Chromium(folder);
    }

    @BeforeEach
    void opens() {
        house = Browsing.at(server, Objects.requireNonNull(chromium));
    }

    @AfterAll
    void ends() {
        Objects.requireNonNull(chromium).close();
    }

    @Test
    void aPersonLogsInReadsTheGateAndAnswersItWithTheChallenge() {
        String run = house.waiting(house.person("anna"), "stuck-cache");
        Tab tab = house.stranger().open(house.page(run));
        assertThat(tab.text("main")).contains("Token").doesNotContain("Restart");
        tab.type("#token", house.person("anna").token()).send("button.main");

        assertThat(tab.text("#head")).contains("waiting at gate G1");
        assertThat(tab.text("#gate"))
                .contains("Restart the cache", "disrupt", "systemctl restart cache", "as root")
                .contains("stuck", "true", "web1", "Proof", "CAUTION");
        assertThat(tab.text("#live"))
                .contains("CONFIRMED cache_stuck", "REFUTED disk_slow")
                .containsPattern("for\\s+any\\(stuck\\) is true: web1 says so \\(")
                .containsPattern("against\\s+none\\(slow\\) is true");

        Browsing.chooses(tab, "y", "web2").send("#gate button.main");
        assertThat(tab.text(".told")).contains("web1");
        assertThat(tab.truth("document.activeElement.matches('.told')")).isTrue();
        assertThat(tab.text("#gate")).contains("Restart the cache");

        tab.value("document.querySelector('#gate input[name=typed-y]').select()");
        Browsing.chooses(tab, "y", "web1").send("#gate button.main");
        assertThat(tab.text(".said")).contains("counts");
        tab.until("#head", "RECOVERED");
        assertThat(tab.text("#gate")).isEmpty();
        assertThat(tab.count("#gate[hidden]")).as("no empty region").isEqualTo(1);
        assertThat(tab.text("#live")).contains("restart_cache", "✓ succeeded");
        await("what was said of an answer is over when the run is")
                .until(() -> tab.count(".said") == 0);
        assertThat(tab.value("document.activeElement.id").asText()).isEqualTo("main");
        house.keptToItself(tab);
    }

    @Test
    void whatHostsSayStaysText() {
        String run = house.waiting(house.person("anna"), "stuck-cache");
        Tab tab = house.window("anna", run);
        Browsing.chooses(tab, "y", "web1").send("#gate button.main").until("#head", "RECOVERED");

        for (String page : List.of("", "/outputs", "/evidence")) {
            tab.open(house.page(run) + page);
            assertThat(tab.html()).contains("&lt;script&gt;document.title='owned'");
            assertThat(
                            tab.count(
                                    "main script, main img, main [onload], main [onerror], main a[href*=':']"))
                    .as(page)
                    .isZero();
            assertThat(tab.count("form:not([action^='/']), form[action^='//']")).isZero();
            assertThat(tab.value("document.title").asText()).doesNotContain("owned");
        }
        house.keptToItself(tab);
    }

    @Test
    void ofTwoPeopleAtOnceOneCountsAndTheOtherIsTold() {
        String run = house.waiting(house.person("anna"), "lost-disk");
        Tab anna = house.window("anna", run);
        Browsing.chooses(anna, "y", "web1")
                .type("#gate input[name=note]", "it is lost")
                .send("#gate button.main");
        anna.until("#gate", "somebody else must say it");
        Tab bo = house.window("bo", run);
        Tab cy = house.window("cy", run);
        for (Tab tab : List.of(bo, cy)) {
            assertThat(tab.text("#gate")).contains("anna did");
            Browsing.chooses(tab, "y", "web1").type("#gate input[name=note]", "I saw it, too");
        }

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> bo.send("#gate button.main")),
                        CompletableFuture.runAsync(() -> cy.send("#gate button.main")))
                .join();

        long counted =
                List.of(bo, cy).stream().filter(it -> it.text(".said").contains("counts")).count();
        long told = List.of(bo, cy).stream().filter(it -> !it.text(".told").isEmpty()).count();
        assertThat(List.of(counted, told))
                .as(bo.text("main") + cy.text("main"))
                .containsExactly(1L, 1L);
        for (Tab tab : List.of(anna, bo, cy)) {
            tab.until("#head", "RECOVERED");
        }
    }

    @Test
    void aPageFollowsTheRunAndKeepsWhatIsHalfTyped() {
        Asking anna = house.person("anna");
        String run = house.waiting(anna, "stuck-cache");
        Tab tab = house.window("anna", run);
        Browsing.chooses(tab, "y", "we");
        tab.value("document.querySelector('#live .wide').focus()");

        anna.post("/api/v1/runs/" + run + "/hand-over", "{\"to\": \"bo\"}");
        tab.until("#controls", "offered to bo").until("#live", "bo");
        assertThat(tab.value("document.querySelector('#gate input[name=typed-y]').value").asText())
                .isEqualTo("we");
        assertThat(tab.value("document.activeElement.getAttribute('aria-label')").asText())
                .as("the focus stays in what was exchanged")
                .startsWith("Hosts and steps");

        Tab bo = house.window("bo", run);
        assertThat(bo.text("#gate")).contains("anna answers the gates of this run");
        bo.send("#controls button.main");
        tab.until("#gate", "bo answers the gates of this run");
        assertThat(tab.count("#gate form")).isZero();
        assertThat(
                        bo.until("#controls", "You answer its gates")
                                .open(house.page(run))
                                .count("#gate form"))
                .isEqualTo(1);

        bo.click("#c-abort summary").click("#c-abort input[name=sure]").send("#c-abort button");
        tab.until("#head", "STOPPED");
        house.keptToItself(tab);
    }

    @Test
    void aHundredHostsFitAPhoneInTheDark() {
        String run = house.waiting(house.person("anna"), "many-hosts");
        Tab tab = house.window("anna").size(360, 740).dark().open(house.page(run));

        assertThat(tab.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
        assertThat(tab.count("table.matrix thead th")).isEqualTo(4);
        assertThat(tab.text("table.matrix")).contains("89 hosts", "11 hosts");
        assertThat(tab.count("table.findings tbody tr")).isEqualTo(2);
        assertThat(tab.text("#gate .names"))
                .as("once, as people count")
                .startsWith("node9 node18 node27 ")
                .endsWith("node90 node99");
        assertThat(tab.text("#gate .command")).contains("all 11 of them").doesNotContain("node9");
        assertThat(tab.text("#gate a[href='#answer']")).isEqualTo("To the answer");
        assertThat(tab.count("table:not([aria-label])")).isZero();
        assertThat(tab.value("getComputedStyle(document.body).backgroundColor").asText())
                .isEqualTo("rgb(20, 23, 27)");
        assertThat(tab.count("table:not(:has(th[scope=col]))")).isZero();
        assertThat(tab.count("main, nav[aria-label], header, [aria-live], html[lang]"))
                .isGreaterThan(4);

        tab.key("Tab", 9);
        assertThat(tab.value("document.activeElement.className").asText()).isEqualTo("skip");
        assertThat(tab.value("document.activeElement.getBoundingClientRect().left").asInt())
                .isZero();
        tab.click("#c-abort summary").click("#c-abort input[name=sure]").send("#c-abort button");
        tab.until("#head", "STOPPED")
                .open(house.server() + "/runs?verdict=stopped&runbook=many-hosts");
        assertThat(tab.text("tbody")).contains("A hundred hosts", "stopped");
        assertThat(
                        tab.open(house.server() + "/runs?verdict=recovered&runbook=many-hosts")
                                .text("main"))
                .contains("No run fits");
        assertThat(tab.open(house.server() + "/runbooks").text("main"))
                .contains("Restart a stuck cache", "NOT PASSED");
        assertThat(tab.open(house.server() + "/loans").text("main")).contains("No loan is open");
        assertThat(tab.open(house.server() + "/").text("h1")).contains("needs a decision");
        house.keptToItself(tab);
    }

    @Test
    void aLinkLogsInOnce() {
        String token = house.person("anna").token();
        String name = token.split("_")[1];
        String link = new Links(Asking.state(), Asking.tokens()).make(name, Instant.now());
        Tab tab = house.stranger().open(house.server() + "/login/" + link);

        assertThat(tab.text("main")).contains("logs you in as anna");
        tab.send("button.main");
        assertThat(tab.text("h1")).isEqualTo("What needs a decision now");
        tab.send(".who button");
        assertThat(tab.open(house.server() + "/runs").text("main")).contains("Token");
        assertThat(tab.open(house.server() + "/login/" + link).text(".told"))
                .contains("used already");
        house.keptToItself(tab);
    }
}
