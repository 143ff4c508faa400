package dev.blackstart.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.journal.JournalView;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A service that is none, or means no good.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RemoteServiceTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);
    private static final Credential TOKEN =
            Credential.of("bst_test_0123456789abcdefghjkmnpqrstvwxyz", "the test");

    private static final String WORD = "the-test";
    private static final String KNOWN =
            "{\"person\": \"anna\", \"scopes\": [\"view\"], \"now\": \"2026-01-01T00:00:00Z\"}";

    private ServerSocket listening = unbound();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void listens() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void listensNoMore() throws IOException {
        listening.close();
    }

    private interface Saying {
        void to(OutputStream out) throws IOException;
    }

    /// Whatever is asked hears this, and the connection ends.
    private void answers(Saying saying) {
        Thread.ofVirtual()
                .start(() -> {
                    while (!listening.isClosed()) {
                        try (Socket socket = listening.accept()) {
                            asked.add(question(socket.getInputStream()));
                            saying.to(socket.getOutputStream());
                        } catch (IOException gone) {
                            asked.add("gone");
                        }
                    }
                });
    }

    /// A head, and a body of the length that it says.
    private static String question(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("nothing was asked");
            }
            text.append((char) next);
        }
        Matcher length = Pattern.compile("Content-Length: ([0-9]+)").matcher(text);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text + new String(in.readNBytes(body), ISO_8859_1);
    }

    private void answers(String status, String type, String body) {
        answers(out ->
                out.write(
                        "HTTP/1.1 %s\r\nContent-Type: %s\r\nLocation: http://192.0.2.1/\r\nRetry-After: 0\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                                .formatted(status, type, body.length(), body)
                                .getBytes(ISO_8859_1)));
    }

    private RemoteService service() {
        return RemoteService.at(
                ServiceAddress.of("http://127.0.0.1:" + listening.getLocalPort()),
                TOKEN,
                Optional.empty());
    }

    private static ServiceTrouble trouble(ThrowingCallable what) {
        try {
            what.call();
        } catch (ServiceTrouble trouble) {
            assertThat(trouble.lines())
                    .isNotEmpty()
                    .allSatisfy(
                            line -> assertThat(line).doesNotContain("\u001b", "\n", "bst_test"));
            return trouble;
        } catch (Throwable other) {
            throw new AssertionError("another trouble", other);
        }
        throw new AssertionError("no trouble");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blackstart.example.org",
                "https://192.0.2.1:8443/",
                "https://[2001:db8::1]:8443",
                "http://127.0.0.1:8470",
                "http://localhost:8470",
                "http://[::1]:8470",
            })
    void aTokenIsSentThere(String address) {
        assertThat(ServiceAddress.of(address).toString()).isEqualTo(address.replaceFirst("/$", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://blackstart.example.org   | everybody on the way could read the token",
                "http://192.0.2.1:8470           | everybody on the way could read the token",
                "http://127.0.0.1.example.org    | everybody on the way could read the token",
                "http://127.0.0.1@192.0.2.1      | is no address of a service",
                "https://host/path               | is no address of a service",
                "https://host?x=1                | is no address of a service",
                "ftp://host                      | is no address of a service",
                "host:8443                       | is no address of a service",
                "https://                        | is no address of a service",
            })
    void aTokenIsNotSentThere(String address, String sentence) {
        assertThatThrownBy(() -> ServiceAddress.of(address))
                .isInstanceOf(ServiceTrouble.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void eachServerHasATokenOfItsOwn() {
        assertThat(ServiceAddress.of("https://Host.example.org").name())
                .isEqualTo("host.example.org_443");
        assertThat(ServiceAddress.of("https://[2001:db8::1]:8443").name())
                .isEqualTo("2001-db8--1_8443");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "302 Found                 | {}                  | STRANGE     | names another address (302), which is not followed",
                "200 OK                    | <html>              | STRANGE     | does not answer as a service",
                "200 OK                    | []                  | STRANGE     | does not answer as a service",
                "200 OK                    | {\"person\": \"a\"} | STRANGE     | does not answer as a service",
                "401 Unauthorized          | {}                  | NO_TOKEN    | does not know the token",
                "403 Forbidden             | {\"lines\": [\"No.\"]} | NOT_ALLOWED | No; whoever runs the service",
                "404 Not Found             | nothing             | NOT_FOUND   | refuses with status 404",
                "422 Unprocessable         | {\"detail\": \"\\u001b[31mred\"} | REFUSED | [31mred",
                "500 Internal Server Error | {}                  | UNAVAILABLE | refuses with status 500",
                "418 Teapot                | {}                  | STRANGE     | does not answer as a service",
            })
    void whatItSaysBecomesOneSentence(
            String status, String body, ServiceTrouble.Kind kind, String sentence) {
        answers(status, "application/json", body);

        ServiceTrouble trouble = trouble(() -> service().caller());

        assertThat(trouble.kind()).isEqualTo(kind);
        assertThat(trouble.getMessage()).contains(sentence);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aSignedAnswerTravelsWithItsSignature() throws Exception {
        answers("200 OK", "application/json", "{}");
        OperatorCommand.Answer answer =
                new OperatorCommand.Answer(
                        new GateId(2),
                        "d1",
                        "y",
                        "web1",
                        "why",
                        new Person("anna"),
                        Optional.of(
                                Attestation.signed(
                                        "anna@example.org",
                                        Instant.parse("2026-01-01T00:00:00Z"),
                                        "SSHSIG")));
        try (JournalView journal = service().journal()) {
            journal.request(RUN, Posted.of(answer).orElseThrow());
        }

        assertThat(asked.getFirst())
                .startsWith("POST /api/v1/runs/" + RUN + "/gates/G2/answer ")
                .contains(
                        "{\"digest\":\"d1\",\"choice\":\"y\",\"typed\":\"web1\",\"note\":\"why\",\"signed\":{\"person\":\"anna\",\"principal\":\"anna@example.org\",\"until\":\"2026-01-01T00:00:00Z\",\"signature\":\"SSHSIG\"}}");
    }

    @Test
    void tooManyQuestionsAreAskedAgainLaterAndNotForEver() {
        answers("429 Too Many", "application/problem+json", "{\"lines\": [\"Slowly.\"]}");

        assertThat(trouble(() -> service().caller()).getMessage()).isEqualTo("Slowly.");
        assertThat(asked).hasSize(4);
    }

    @Test
    void whatIsTooLongIsNotRead() {
        answers(out -> {
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
            byte[] much = new byte[1024 * 1024];
            for (int i = 0; i < 1024; i++) {
                out.write(much);
            }
        });

        assertThat(trouble(() -> service().caller()).getMessage()).contains("far too long");
    }

    @Test
    void nobodyThere() throws IOException {
        RemoteService service = service();
        listening.close();

        ServiceTrouble trouble = trouble(service::caller);

        assertThat(trouble.passes()).isTrue();
        assertThat(trouble.getMessage()).contains("does not answer (nothing listens there)");
    }

    @Test
    void aCaOfTheSiteIsTheOnlyOneThatIsTrusted(@TempDir Path folder) throws Exception {
        Path pem = certified(folder);
        answers("200 OK", "application/json", KNOWN);
        ServiceAddress named = ServiceAddress.of("https://localhost:" + listening.getLocalPort());
        ServiceAddress other = ServiceAddress.of("https://127.0.0.1:" + listening.getLocalPort());

        assertThat(RemoteService.at(named, TOKEN, Optional.of(pem)).caller().person().name())
                .isEqualTo("anna");
        asked.clear();
        assertThat(trouble(() -> RemoteService.at(named, TOKEN, Optional.empty()).caller()))
                .hasMessageContaining("is signed by no CA that is trusted here");
        assertThat(trouble(() -> RemoteService.at(other, TOKEN, Optional.of(pem)).caller()))
                .hasMessageContaining("is for another name");
        assertThat(asked).as("no token came so far").allMatch("gone"::equals);
    }

    /// Listens with a certificate for localhost, which is in the file.
    private Path certified(Path folder) throws Exception {
        Path store = folder.resolve("store");
        Path pem = folder.resolve("ca.pem");
        keytool("-genkeypair -alias s -keyalg EC -dname CN=s -ext san=dns:localhost", store);
        keytool("-exportcert -rfc -alias s -file " + pem, store);
        KeyStore keys = KeyStore.getInstance(store.toFile(), WORD.toCharArray());
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        listening.close();
        listening =
                context.getServerSocketFactory()
                        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        return pem;
    }

    private static void keytool(String words, Path store) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words.split(" ")));
        command.addAll(
                List.of("-keystore", store.toString(), "-storepass", WORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {}\n\n",
                "data: nothing\n\n",
                "event: Noted\ndata: {\"run\": \"x\", \"sequence\": 1}\n\n",
                "data: {\"run\": \"RUN\", \"sequence\": 2, \"at\": \"2026-01-01T00:00:00Z\", \"hash\": \"\", \"event\": {}}\n\n",
            })
    void eventsOfAnotherRunOrNoneAreNotTaken(String events) {
        answers(out -> {
            String head = asked.getLast();
            String body =
                    head.contains("/events")
                            ? events.replace("RUN", RUN.value())
                            : "{\"sequence\": 3, \"carried_out\": true}";
            String type = head.contains("/events") ? "text/event-stream" : "application/json";
            out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Type: "
                                    + type
                                    + "\r\nConnection: close\r\n\r\n"
                                    + body)
                            .getBytes(ISO_8859_1));
        });
        try (JournalView journal = service().journal()) {
            assertThat(trouble(() -> journal.read(RUN)).kind())
                    .isEqualTo(ServiceTrouble.Kind.STRANGE);
        }
    }

    @Test
    void aStreamThatEndsTooSoonIsNotTakenForAll() {
        answers(out -> {
            String type =
                    asked.getLast().contains("/events") ? "text/event-stream" : "application/json";
            String body = asked.getLast().contains("/events") ? ": \n\n" : "{\"sequence\": 3}";
            out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Type: "
                                    + type
                                    + "\r\nConnection: close\r\n\r\n"
                                    + body)
                            .getBytes(ISO_8859_1));
        });
        try (JournalView journal = service().journal()) {
            assertThat(trouble(() -> journal.read(RUN)).getMessage())
                    .contains("sent 0 of 3 events");
        }
    }

    @Test
    void aLineWithoutAnEndIsNotReadForEver() {
        answers(out -> {
            boolean events = asked.getLast().contains("/events");
            String type = events ? "text/event-stream" : "application/json";
            out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            out.write((events ? "data: " : "{\"sequence\": 3}").getBytes(ISO_8859_1));
            byte[] much = new byte[1024 * 1024];
            for (int i = 0; events && i < 256; i++) {
                out.write(much);
            }
        });
        try (JournalView journal = service().journal()) {
            assertThat(trouble(() -> journal.read(RUN)).kind())
                    .isEqualTo(ServiceTrouble.Kind.STRANGE);
        }
    }
}
