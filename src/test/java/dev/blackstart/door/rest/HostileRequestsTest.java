package dev.blackstart.door.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Asking;
import dev.blackstart.testing.ServedHouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests as no friendly client sends them, over a bare socket.
@QuarkusTest
@WithTestResource(ServedHouse.class)
class HostileRequestsTest {
    private static final String POST =
            "POST /api/v1/runs HTTP/1.1\nHost: 127.0.0.1:PORT\nTOKEN\nContent-Type: application/json\n";

    @TestHTTPResource("")
    URI address;

    private Asking anna = Asking.nobody(URI.create("http://127.0.0.1"));

    @BeforeEach
    void comesIn() {
        anna = Served.at(address).everything("anna");
    }

    /// @return the whole answer to this head, the token put in
    private String answer(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String request =
                    head.replace("TOKEN", "Authorization: Bearer " + anna.token())
                                    .replace("PORT", Integer.toString(address.getPort()))
                            + "\r\n";
            socket.getOutputStream()
                    .write(
                            request.replace("\n", "\r\n")
                                    .replace("\r\r", "\r")
                                    .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private int get(String target) throws IOException {
        return status(
                answer(
                        "GET "
                                + target
                                + " HTTP/1.1\nHost: 127.0.0.1:PORT\nTOKEN\nConnection: close\n"));
    }

    @Test
    void theUsualSpellingIsTaken() throws IOException {
        assertThat(get("/api/v1/runs")).isEqualTo(200);
        assertThat(get("/api/v1/runs?open=true")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1//runs",
                "//api/v1/runs",
                "/api/v1/runs/",
                "/api/v1/./runs",
                "/api/v1/x/../runs",
                "/api/v1/%2e%2e/v1/runs",
                "/api/v1/runs;jsession=1",
                "/api/v1;x/runs",
                "/api/v1/run%73",
                "/api/v1/runs%2f",
                "/api/v1/runs%00",
                "/api/v1/runs%0d%0aX:1",
                "/API/v1/runs",
                "/api/V1/runs",
                "/api/v1/runs.json",
                "/api/v1/runs/../runs",
                "/api/v1/runs/..%2f..%2fetc%2fpasswd",
                "/api/v1/runs/%252e%252e",
                "/api/v1\\runs"
            })
    void aPathHasOneSpelling(String target) throws IOException {
        assertThat(get(target)).as(target).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\n",
                "Host: evil.example:PORT\n",
                "Host: 127.0.0.1.evil.example\n",
                "Host: localhost@evil.example\n",
                "Host: \n",
                "",
                "Host: 127.0.0.1:PORT\nHost: evil.example\n",
                "Host: 127.0.0.1:PORT\nHost: 127.0.0.1:PORT\n"
            })
    void aRequestNamesThisServerOnce(String host) throws IOException {
        String answer = answer("GET /api/v1/runs HTTP/1.1\n" + host + "TOKEN\nConnection: close\n");

        assertThat(status(answer)).as(answer).isEqualTo(421);
        assertThat(answer).contains("urn:blackstart:problem:host", "nosniff");
    }

    @Test
    void theAbsoluteFormCountsByItsName() throws IOException {
        assertThat(get("http://evil.example/api/v1/runs")).isIn(400, 404, 421);
    }

    @Test
    void twoTokensAndTokensInTheQueryAreNone() throws IOException {
        String twice =
                answer(
                        "GET /api/v1/runs HTTP/1.1\nHost: 127.0.0.1:PORT\nTOKEN\nTOKEN\nConnection: close\n");
        String query =
                answer(
                        "GET /api/v1/loans?token=%s HTTP/1.1\nHost: 127.0.0.1:PORT\nConnection: close\n"
                                .formatted(anna.token()));

        assertThat(status(twice)).isEqualTo(401);
        assertThat(status(query)).isEqualTo(401);
    }

    @Test
    void lengthsThatContradictEachOtherAreRefused() throws IOException {
        String head = POST + "Connection: close\n";

        assertThat(status(answer(head + "Content-Length: 2\nContent-Length: 3\n\n{}")))
                .isEqualTo(400);
        assertThat(status(answer(head + "Content-Length: 2\nTransfer-Encoding: chunked\n\n0\n\n")))
                .isEqualTo(400);
    }

    @Test
    void tooMuchIsRefused() throws IOException {
        String large = "x".repeat(20_000);

        assertThat(
                        status(
                                answer(
                                        "GET /api/v1/runs HTTP/1.1\nHost: 127.0.0.1:PORT\nX-Large: "
                                                + large
                                                + "\nConnection: close\n")))
                .isEqualTo(431);
        assertThat(get("/api/v1/runs?by=" + large)).isEqualTo(414);
        String body = answer(POST + "Content-Length: 300000\nConnection: close\n");
        assertThat(status(body)).isEqualTo(413);
        assertThat(body).contains("urn:blackstart:problem:too-long", "262144 bytes at most");
    }

    @Test
    void aBodyOfUnsaidLengthThatIsTooLongIsNoBugOfOurs() throws IOException {
        List<LogRecord> log = new CopyOnWriteArrayList<>();
        Handler listening = new Listening(log);
        Logger logger = Logger.getLogger("blackstart");
        logger.addHandler(listening);
        try {
            String chunk = "4e20\n\"" + "x".repeat(19_999) + "\n";
            String answer = answer(POST + "Transfer-Encoding: chunked\n\n" + chunk.repeat(20));
            assertThat(status(answer)).isEqualTo(413);
            assertThat(log).isEmpty();
        } finally {
            logger.removeHandler(listening);
        }
    }

    private static final class Listening extends Handler {
        private final List<LogRecord> heard;

        Listening(List<LogRecord> heard) {
            this.heard = heard;
        }

        @Override
        public void publish(LogRecord entry) {
            heard.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void foreignOriginsGetNoLeave() throws IOException {
        String answer =
                answer(
                        "OPTIONS /api/v1/runs HTTP/1.1\nHost: 127.0.0.1:PORT\nOrigin: https://evil.example\nAccess-Control-Request-Method: POST\nConnection: close\n");

        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("access-control-allow");
    }

    @Test
    void everyAnswerIsHardened() throws IOException {
        String answer = answer("GET /nowhere HTTP/1.1\nHost: 127.0.0.1:PORT\nConnection: close\n");

        assertThat(answer)
                .contains("404", "X-Content-Type-Options: nosniff", "frame-ancestors 'none'")
                .contains("application/problem+json");
    }
}
