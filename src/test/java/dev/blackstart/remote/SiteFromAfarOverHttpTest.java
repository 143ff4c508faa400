package dev.blackstart.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.service.Scope;
import dev.blackstart.testing.Afar;
import dev.blackstart.testing.Asking;
import dev.blackstart.testing.OwnJava;
import dev.blackstart.testing.ServedHouse;
import dev.blackstart.testing.ServedSite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site with a policy, keys made by `ssh-keygen`, and a real host, from another machine.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class SiteFromAfarOverHttpTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir Path home;

    @TestHTTPResource("")
    URI address;

    private final Map<String, String> agent = new HashMap<>();
    private String said = "";

    @AfterEach
    void endAgent() {
        if (agent.containsKey("SSH_AGENT_PID")) {
            ProcessHandle.of(Long.parseLong(agent.get("SSH_AGENT_PID")))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    private Afar afar(String person) {
        String server = address.toString().replaceFirst("/$", "");
        Map<String, String> env = new HashMap<>(agent);
        env.put("PATH", System.getenv("PATH"));
        env.put("BLACKSTART_SERVER", server);
        env.put(
                "BLACKSTART_TOKEN",
                Asking.as(URI.create(server), person, Scope.VIEW, Scope.RUN, Scope.APPROVE)
                        .token());
        return new Afar(home, "me-at-home", env);
    }

    private int says(String person, String... words) {
        Afar who = afar(person);
        int code = who.say(words);
        said = who.flowing();
        return code;
    }

    /// Signs, having read the gate.
    private int signs(String person, String... more) {
        Afar who = afar(person);
        List<String> words = new ArrayList<>(List.of("approve", "--reason", "agreed by phone"));
        words.addAll(List.of(more));
        who.type("a");
        int code = Afar.end(who.begin(words.toArray(String[]::new)));
        said = who.flowing();
        return code;
    }

    private static String key(String person) {
        return ServedSite.folder().resolve("books/key-" + person).toString();
    }

    private void agentHolds(String key) throws Exception {
        Process started =
                new ProcessBuilder("ssh-agent", "-a", home.resolve("agent").toString()).start();
        String printed = new String(started.getInputStream().readAllBytes(), UTF_8);
        agent.put("SSH_AUTH_SOCK", home.resolve("agent").toString());
        agent.put("SSH_AGENT_PID", printed.replaceAll("(?s).*SSH_AGENT_PID=([0-9]+);.*", "$1"));
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key);
        add.environment().putAll(agent);
        assertThat(add.start().waitFor()).isZero();
    }

    private String started(String runbook) {
        assertThat(says("anna", "run", runbook, "--detached")).as(said).isZero();
        String run = said.replaceFirst(".* carries run ([0-9a-z]{26}) out.*", "$1");
        Asking anna = Asking.as(address, "anna", Scope.VIEW);
        await().atMost(SOON).until(() -> anna.get("api/v1/runs/" + run).json().has("open_gate"));
        return run;
    }

    @Test
    void whoSignsOnTheirOwnMachineIsShownToBeWhoTheySay() throws Exception {
        String run = started("erase");

        assertThat(signs("anna", "--key", key("anna"))).isEqualTo(6);
        assertThat(said).contains("anna may not approve what is of risk irreversible; bo, cy may.");
        assertThat(signs("di", "--key", key("bo"))).isEqualTo(6);
        assertThat(said).contains("The policy knows nobody with the account di; say who you are");
        assertThat(signs("robert", "--key", key("cy"))).as(said).isEqualTo(6);
        assertThat(said).contains("The signature of bo does not count: ");
        assertThat(signs("robert")).isEqualTo(6);
        assertThat(said).contains("no key of your agent or your .ssh is one of bo");

        agentHolds(key("bo"));
        assertThat(signs("robert")).as(said).isZero();
        assertThat(said)
                .contains("test -e /nowhere", "Counted: `y` of bo to gate G1, key SHA256:")
                .contains("1 of 2 people have said yes; the gate stays open.");
        assertThat(signs("robert")).as("its answer was lost, say").isZero();
        assertThat(said).contains("This very answer of bo to gate G1 has counted already, at ");
        assertThat(signs("robert", "--key", key("cy"))).isEqualTo(6);
        assertThat(said).contains("You have said yes already; a second person must, too.");

        Afar cy = afar("cy");
        cy.type("a");
        assertThat(cy.say("approve", "--reason", "agreed", "--key", key("cy"), "--print")).isZero();
        Files.writeString(home.resolve("yes.txt"), cy.shown());
        assertThat(says("anna", "approve", "--signature", "yes.txt")).as(said).isZero();
        assertThat(said).contains("Counted: `y` of cy to gate G1, key SHA256:");

        Asking anna = Asking.as(address, "anna", Scope.VIEW);
        await().atMost(SOON).until(() -> anna.get("api/v1/runs/" + run).json().has("verdict"));
        assertThat(says("anna", "report", run)).isZero();
        assertThat(said).contains("bo", "cy", "agreed by phone");
        assertThat(ServedSite.folder().resolve("effects")).content().contains("erased");
    }

    @Test
    void aLoanIsTakenBackFromAfar() throws IOException {
        Files.writeString(home.resolve("password"), "correct-horse-battery\n");
        Afar anna = afar("anna");
        var lent = anna.begin("run", "lend", "--secret-file", "password=password");
        anna.sees("gate G1 ·");
        anna.type("y");
        assertThat(Afar.end(lent)).as(anna.flowing()).isZero();
        String run = anna.flowing().replaceFirst(".* as run ([0-9a-z]{26}).*", "$1");
        assertThat(anna.flowing()).contains("RECOVERED");
        assertThat(ServedSite.folder().resolve("upstream")).hasContent("ours");

        assertThat(says("anna", "loans")).isZero();
        assertThat(said).contains(run, "blackstart loans repay");
        Afar again = afar("anna");
        var repaid = again.begin("loans", "repay", run, "--secret-file", "password=password");
        again.sees("gate G2 ·");
        assertThat(again.flowing()).contains("echo \"$ORIGINAL\" >");
        again.type("y");
        assertThat(Afar.end(repaid)).as(again.flowing()).isZero();
        assertThat(ServedSite.folder().resolve("upstream")).hasContent("theirs");
        assertThat(again.flowing()).doesNotContain("correct-horse");
        assertThat(says("anna", "loans")).isZero();
        assertThat(said).contains("No loan is open.");

        Afar beside = new Afar(home, "anna", Map.of());
        assertThat(says("anna", "report", run)).isZero();
        assertThat(
                        beside.say(
                                "report",
                                run,
                                "--journal",
                                ServedSite.folder().resolve("state").toString()))
                .isZero();
        assertThat(said).isEqualTo(beside.flowing());
    }

    /// A process of the command line on the machine of the service, killed while its action is at
    /// work.
    @Test
    void whatAKilledRunLeftUnknownIsFoundOutFromAfar() throws Exception {
        List<String> words = OwnJava.program();
        words.addAll(List.of("run", "slow", "--yes"));
        words.addAll(ServedSite.beside());
        ProcessBuilder builder = new ProcessBuilder(words).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("USER", "anna");
        builder.environment().keySet().removeAll(List.of("SSH_AUTH_SOCK", "SUDO_USER"));
        Path told = home.resolve("told");
        Process process = builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
        Path begun = ServedSite.folder().resolve("begun");
        await().atMost(SOON).until(() -> Files.exists(begun) || !process.isAlive());
        process.destroyForcibly().onExit().join();
        assertThat(begun).as(Files.readString(told)).exists();

        assertThat(says("anna", "reconcile", "last")).as(said).isEqualTo(4);
        assertThat(said).contains("nothing is unknown any more");
        assertThat(says("anna", "reconcile", "last")).isEqualTo(4);
        assertThat(said).contains("Nothing is unknown in run ");
        assertThat(says("anna", "resume", "last")).as(said).isZero();
        assertThat(said).contains("RECOVERED");
        assertThat(ServedSite.folder().resolve("done")).hasContent("once");
    }
}
