package dev.blackstart.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Asking;
import dev.blackstart.testing.ServedHouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The events of a run as they come.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class EventsOverHttpTest {
    @TestHTTPResource("")
    URI address;

    private Asking anna = Asking.nobody(URI.create("http://127.0.0.1"));

    @BeforeEach
    void comesIn() {
        anna = Served.at(address).everything("anna");
    }

    private HttpResponse<Stream<String>> events(String run, String last)
            throws IOException, InterruptedException {
        return anna.client()
                .send(
                        anna.request("/api/v1/runs/" + run + "/events")
                                .header("Last-Event-ID", last)
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
    }

    /// Whoever begins the answer, it is begun once.
    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void everyStreamBegins() throws Exception {
        String run = Served.waiting(anna);
        for (int i = 0; i < 40; i++) {
            try (Stream<String> lines = events(run, "0").body()) {
                assertThat(lines.filter(line -> line.startsWith("id:")).findFirst())
                        .as("stream " + i)
                        .isPresent();
            }
        }
        Served.abort(anna, run);
    }

    private static List<Integer> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> Integer.parseInt(line.substring(3).strip()))
                .toList();
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void eventsComeInOrderAndGoOnWhereTheyWereLeft() throws Exception {
        String run = Served.waiting(anna);
        int sequence = Served.run(anna, run).get("sequence").asInt();
        HttpResponse<Stream<String>> response = events(run, "0");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("text/event-stream"));
        Iterator<String> lines = response.body().iterator();
        for (int seen = 0; seen < sequence; ) {
            seen += lines.next().startsWith("id:") ? 1 : 0; // it is open, and the run waits
        }
        Served.abort(anna, run);
        List<String> rest = new ArrayList<>();
        lines.forEachRemaining(rest::add);
        List<String> after = events(run, Integer.toString(sequence)).body().toList();

        assertThat(ids(rest)).isNotEmpty().isEqualTo(ids(after));
        assertThat(ids(after).getFirst()).isEqualTo(sequence + 1);
        assertThat(rest).anyMatch(line -> line.contains("\"type\":\"StopRequested\""));
        assertThat(after).contains("event:end");
        assertThat(events(run, "99999999").body().toList())
                .as("at once, not after a heartbeat")
                .contains("event:end")
                .noneMatch(line -> line.equals(":"));
    }

    @Test
    void whatIsNoSequenceIsRefused() throws Exception {
        String run = Served.waiting(anna);

        assertThat(events(run, "last").statusCode()).isEqualTo(400);
        Served.abort(anna, run);
    }
}
