package dev.blackstart.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.service.Scope;
import dev.blackstart.testing.Asking;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/// The served house as its tests use it: a drill that waits at its gate, and people.
record Served(URI server) {
    static final String DRILL = "{\"mode\": \"drill\", \"drill\": \"full-disk\"}";
    static final Duration SOON = Duration.ofSeconds(20);

    static Served at(URI server) {
        return new Served(URI.create(server.toString().replaceFirst("/$", "")));
    }

    Asking everything(String person) {
        return Asking.as(server, person, Scope.values());
    }

    /// A drill of `full-disk`, opened and waiting at its gate.
    static String waiting(Asking who) {
        Asking.Answer answer = who.post("/api/v1/runs", DRILL);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String run = answer.json().get("run").asText();
        await().atMost(SOON).until(() -> run(who, run).has("open_gate"));
        return run;
    }

    static JsonNode run(Asking who, String run) {
        return who.get("/api/v1/runs/" + run).json();
    }

    /// SHA-256 of the runbook's file, as the run has it.
    static String frozen(Asking who, String run) {
        String yaml = "src/test/resources/service/runbooks/%s/runbook.yaml";
        try {
            byte[] file =
                    Files.readAllBytes(
                            Path.of(yaml.formatted(run(who, run).get("runbook").asText())));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode gate(Asking who, String run) {
        return run(who, run).get("open_gate");
    }

    static void abort(Asking who, String run) {
        assertThat(
                        who.post(
                                        "/api/v1/runs/" + run + "/abort",
                                        "{\"reason\": \"the test is over\"}")
                                .status())
                .isEqualTo(202);
        await().atMost(SOON).until(() -> run(who, run).has("verdict"));
    }
}
