package dev.blackstart.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Scope;
import dev.blackstart.testing.Afar;
import dev.blackstart.testing.Asking;
import dev.blackstart.testing.Relay;
import dev.blackstart.testing.ServedHouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The verbs of the command line before a service that is elsewhere.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class ServerOptionOverHttpTest {
    @TempDir Path home;

    @TestHTTPResource("")
    URI address;

    private String server() {
        return address.toString().replaceFirst("/$", "");
    }

    private String token(String person, Scope... scopes) {
        return Asking.as(address, person, scopes).token();
    }

    /// As somebody else on their own machine.
    private Afar afar(String person, Scope... scopes) {
        return new Afar(home, "me-at-home", Map.of("BLACKSTART_TOKEN", token(person, scopes)));
    }

    private Afar afar(String person) {
        return afar(person, Scope.values());
    }

    private Afar beside(String person) {
        return new Afar(home, person, Map.of());
    }

    private static String state() {
        return Asking.state().toString();
    }

    /// A drill that waits at its gate, left there.
    private String waiting(String person) {
        Afar starter = afar(person);
        var begun = starter.begin("drill", "full-disk", "--server", server());
        starter.sees("gate G1 [");
        starter.leave();
        assertThat(Afar.end(begun)).as("it waits for a person").isEqualTo(4);
        return starter.flowing().replaceFirst(".* as run ([0-9a-z]{26}).*", "$1");
    }

    private void ended(String person, String run) {
        afar(person).say("abort", run, "--server", server(), "--reason", "the test is over");
    }

    @Test
    void aDrillIsStartedAnsweredAndToldFromAfar() {
        Afar anna = afar("anna");
        var begun = anna.begin("drill", "full-disk", "--server", server());
        anna.sees("gate G1 [");
        anna.type("y");

        assertThat(Afar.end(begun)).as(anna.flowing()).isZero();
        String run = anna.flowing().replaceFirst(".* as run ([0-9a-z]{26}).*", "$1");
        assertThat(anna.shown())
                .contains("DRILL -- gate G1", "journalctl --vacuum-size=200M", "== RECOVERED")
                .contains("DRILL Drill passed:\nDRILL   yes  recover\n");
        assertThat(anna.flowing())
                .contains("blackstart report --server " + server())
                .doesNotContain("me-at-home");
        same(run);
    }

    /// What is told afterwards is what the journal tells beside it.
    private void same(String run) {
        for (String verb : new String[] {"report", "evidence"}) {
            Afar remote = afar("anna");
            Afar local = beside("anna");
            assertThat(remote.say(verb, run, "--server", server())).isZero();
            assertThat(local.say(verb, run, "--journal", state())).isZero();
            assertThat(remote.shown()).isEqualTo(local.shown()).isNotBlank();
        }
    }

    @Test
    void theScreenOfAGateIsTheOneBesideTheJournal() {
        String run = waiting("anna");
        Afar remote = afar("anna");
        Afar local = beside("anna");
        var far = remote.begin("attach", run, "--server", server());
        var near = local.begin("attach", run, "--journal", state());
        remote.sees("gate G1 [");
        local.sees("gate G1 [");
        remote.leave();
        local.leave();

        assertThat(Afar.end(far)).isZero();
        assertThat(Afar.end(near)).isZero();
        assertThat(timeless(remote.flowing().replace("--server " + server(), "--journal X")))
                .isEqualTo(timeless(local.flowing().replace(state(), "X")));
        ended("anna", run);
    }

    /// Without ages, and without where the widths of their columns cut a word.
    private static String timeless(String shown) {
        return shown.replaceAll("[0-9]+ (s|min)\\b", "0 s")
                .replaceAll("\\S*…", "…")
                .replaceAll("\\s+", " ");
    }

    @Test
    void theServiceBreaksAndComesBackBeforeAnAnswerThatCountsOnce() throws Exception {
        String run = waiting("bo");
        try (Relay relay = new Relay(address)) {
            Afar bo = afar("bo");
            CompletableFuture<Integer> begun = bo.begin("attach", run, "--server", relay.address());
            bo.sees("gate G1 [");
            relay.cut();
            bo.type("y");
            relay.mend();

            assertThat(Afar.end(begun)).as(bo.flowing()).isZero();
            assertThat(bo.flowing()).contains("== RECOVERED").doesNotContain("had closed");
        }
        try (SqliteJournal journal = SqliteJournal.open(Asking.state())) {
            assertThat(journal.read(new RunId(run)))
                    .filteredOn(it -> it.event() instanceof RunEvent.GateAnswered)
                    .hasSize(1);
        }
    }

    @Test
    void whileItIsGoneOneSentenceSaysSo() throws IOException {
        String run = waiting("cy");
        try (Relay relay = new Relay(address)) {
            Afar cy = afar("dora");
            var begun = cy.begin("attach", run, "--server", relay.address());
            cy.sees("cy answers this; you watch.");
            relay.cut();
            cy.sees("does not answer (nothing listens there)");
            relay.mend();
            cy.sees("answers again.");
            ended("cy", run);
            assertThat(Afar.end(begun)).isEqualTo(4);
            assertThat(cy.flowing()).containsOnlyOnce("does not answer").contains("STOPPED");
        }
    }

    @Test
    void theGatesAreHandedOverAndRunsAreListed() {
        String run = waiting("anna");
        Afar anna = afar("anna");
        assertThat(anna.say("hand-over", run, "--to", "bo", "--server", server())).isZero();
        assertThat(anna.flowing()).contains("Offered to bo");
        Afar bo = afar("bo");
        assertThat(bo.say("hand-over", run, "--accept", "--server", server())).isZero();
        assertThat(afar("anna").say("abort", run, "--server", server(), "--yes")).isEqualTo(2);
        Afar list = afar("bo");
        Afar local = beside("bo");
        assertThat(list.say("runs", "--server", server(), "--by", "anna", "--limit", "3")).isZero();
        assertThat(local.say("runs", "--journal", state(), "--by", "anna", "--limit", "3"))
                .isZero();
        assertThat(timeless(list.shown())).isEqualTo(timeless(local.shown())).contains(run);
        Afar loans = afar("bo");
        assertThat(loans.say("loans", "--server", server())).isZero();
        assertThat(loans.shown()).isEqualTo("No loan is open.\n");
        Afar books = afar("bo");
        assertThat(books.say("list", "--server", server())).isZero();
        assertThat(books.shown()).contains("full-disk", "Restart a stuck cache");
        Afar drills = afar("bo");
        assertThat(drills.say("list", "--drills", "--server", server())).isZero();
        assertThat(drills.shown()).containsPattern("full-disk +full-disk +made +The log disk");
        ended("bo", run);
    }

    @Test
    void whoeverMayNotIsToldInOneSentence() {
        String run = waiting("anna");
        Afar viewer = afar("anna", Scope.VIEW);
        var begun = viewer.begin("attach", run, "--server", server());
        viewer.sees("Your token may not answer (it lacks the scope approve); you watch.");
        viewer.leave();
        assertThat(Afar.end(begun)).isZero();

        refused(afar("anna", Scope.VIEW), 6, "This needs the scope run", "drill", "full-disk");
        refused(
                afar("bo", Scope.VIEW, Scope.APPROVE),
                6,
                "This needs the scope run, which your token for bo does not have. Nothing was ended.",
                "abort",
                run);
        refused(
                afar("bo", Scope.VIEW, Scope.RUN),
                6,
                "This needs the scope admin, which your token for bo does not have. anna answers the gates of run %s, so nothing was ended."
                        .formatted(run),
                "abort",
                run);
        String right = token("anna", Scope.VIEW);
        String wrong = right.substring(0, right.length() - 1) + (right.endsWith("0") ? "1" : "0");
        refused(
                new Afar(home, "anna", Map.of("BLACKSTART_TOKEN", wrong)),
                6,
                "does not know the token",
                "runs");
        refused(
                afar("anna"),
                3,
                "There is no run 00000000000000000000000000; blackstart runs --server " + server(),
                "report",
                "00000000000000000000000000");
        refused(
                afar("anna"),
                3,
                "There is no runbook nothing; blackstart list --server %s and blackstart runs"
                        .formatted(server()),
                "run",
                "nothing");
        refused(
                afar("anna"),
                2,
                "--journal names a file of this machine",
                "runs",
                "--journal",
                "j");
        ended("anna", run);
    }

    private void refused(Afar who, int code, String sentence, String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--server";
        all[words.length + 1] = server();
        assertThat(who.say(all)).as(who.flowing()).isEqualTo(code);
        assertThat(who.flowing()).contains(sentence);
        assertThat(who.shown()).isEmpty();
    }

    @Test
    void aYesAboveTheRiskOfTheTokenIsRefusedAndAskedAgain() {
        Grant low = new Grant(Set.of(Scope.RUN, Scope.APPROVE), Optional.empty(), Risk.MUTATE);
        String token = Asking.with(address, "anna", low, Instant.now().plusSeconds(600)).token();
        Afar anna = new Afar(home, "anna", Map.of("BLACKSTART_TOKEN", token));
        var begun = anna.begin("drill", "other", "--server", server());
        anna.sees("gate G1");
        anna.type("node1");
        anna.sees("may say yes up to the risk mutate, and this is disrupt");
        anna.leave();

        assertThat(Afar.end(begun)).isEqualTo(4);
        String run = anna.flowing().replaceFirst(".* as run ([0-9a-z]{26}).*", "$1");
        ended("anna", run);
    }

    @Test
    void aRunThatEndedIsAnsweredNoMore() {
        Afar anna = afar("anna");
        assertThat(anna.say("drill", "full-disk", "--auto", "--server", server()))
                .as(anna.flowing())
                .isZero();
        String run = anna.flowing().replaceFirst(".* as run ([0-9a-z]{26}).*", "$1");
        assertThat(anna.flowing()).contains("== RECOVERED", "Drill passed:");
        refused(afar("anna"), 3, "is closed (recovered)", "attach", run);
        refused(afar("anna"), 3, "is closed (recovered)", "abort", run);
        refused(afar("anna"), 3, "is closed (recovered)", "resume", run);
        refused(afar("anna"), 0, "Nothing is unknown in run", "reconcile", run);
        refused(afar("anna"), 2, "need the journal itself", "resume", run, "--amend", "x");
    }

    @Test
    void aSecretTravelsFromItsFileAndIsShownNowhere() throws IOException {
        Files.writeString(home.resolve("password"), "correct-horse-battery\n");
        Afar anna = afar("anna");
        int code =
                anna.say(
                        ("drill change-password --auto --param ticket=T-1"
                                        + " --secret-file new_password=password --output json --server "
                                        + server())
                                .split(" "));

        assertThat(code).as(anna.flowing()).isZero();
        assertThat(anna.flowing()).contains("Drill passed:").doesNotContain("correct-horse");
        assertThat(anna.shown().lines())
                .allSatisfy(line -> assertThat(line).startsWith("{\"run\":\""))
                .anySatisfy(line -> assertThat(line).contains("\"type\":\"Closed\""));
        refused(
                afar("anna"),
                3,
                "new_password is a secret, and every user of this machine can read a command line",
                "drill",
                "change-password",
                "--param",
                "new_password=x");
    }

    @Test
    void theTokenComesFromAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = home.resolve("token");
        Files.writeString(file, token("anna", Scope.VIEW) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused(beside("anna"), 2, "Others can read the token", "runs", "--token-file", "token");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(beside("anna").say("runs", "--token-file", "token", "--server", server()))
                .isZero();
        refused(beside("anna"), 6, "There is no token for " + server(), "runs");

        Path usual = home.resolve(".local/state/blackstart/servers");
        Files.createDirectories(usual);
        Files.copy(
                file,
                usual.resolve(address.getHost() + "_" + address.getPort() + ".token"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(beside("anna").say("runs", "--server", server())).isZero();
    }
}
