package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.testing.Processes;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the library's scripts make of a real etcd that demands certificates, as those of RKE2 do: a
/// healthy one that refuses the question is no silent one.
class StoreScriptsTest {
    private static final List<String> ALL =
            List.of(
                    "store-frozen/scripts/ask-store.sh",
                    "control-plane-crash-loop/scripts/store.sh",
                    "control-plane-cold-start/scripts/member.sh",
                    "store-snapshot/scripts/member.sh");

    private static final String NAME = "tlsstore";

    @TempDir Path folder;

    private int port;
    private Process store;

    private record Ran(int exit, String out) {}

    @BeforeEach
    void aStoreThatSpeaksTls() throws Exception {
        certificates();
        port = free();
        int peer = free();
        // by another name: scripts of other tests look for their store by the name of its process
        shell("ln -s \"$(command -v etcd)\" " + NAME);
        store =
                new ProcessBuilder(
                                folder.resolve(NAME).toString(),
                                "--data-dir",
                                folder.resolve("data").toString(),
                                "--listen-client-urls",
                                endpoint("https"),
                                "--advertise-client-urls",
                                endpoint("https"),
                                "--listen-peer-urls",
                                "http://127.0.0.1:" + peer,
                                "--initial-advertise-peer-urls",
                                "http://127.0.0.1:" + peer,
                                "--initial-cluster",
                                "default=http://127.0.0.1:" + peer,
                                "--quota-backend-bytes",
                                "" + 4 * 1024 * 1024,
                                "--client-cert-auth",
                                "--trusted-ca-file",
                                folder.resolve("server-ca.crt").toString(),
                                "--cert-file",
                                folder.resolve("server-client.crt").toString(),
                                "--key-file",
                                folder.resolve("server-client.key").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        ask(ALL.getFirst(), "https", folder.toString())
                                .out()
                                .contains("\"silent\":false"));
    }

    @AfterEach
    void end() throws Exception {
        store.destroyForcibly().waitFor();
    }

    /// One key for both sides: a CA, and what it signed for 127.0.0.1.
    private void certificates() throws Exception {
        Files.writeString(folder.resolve("names"), "subjectAltName=IP:127.0.0.1\n");
        shell(
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=ca -keyout ca.key -out server-ca.crt");
        shell(
                "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=store -keyout server-client.key -out store.csr");
        shell(
                "openssl x509 -req -days 2 -in store.csr -CA server-ca.crt -CAkey ca.key -CAcreateserial -extfile names -out server-client.crt");
    }

    private void shell(String command) throws Exception {
        Process process =
                new ProcessBuilder("/bin/sh", "-c", command + " >>openssl.log 2>&1")
                        .directory(folder.toFile())
                        .start();
        assertThat(process.waitFor()).as(command).isZero();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String endpoint(String scheme) {
        return scheme + "://127.0.0.1:" + port;
    }

    private Ran ask(String script, String scheme, String tls) throws Exception {
        Map<String, String> env = new HashMap<>();
        env.put("STORE_ENDPOINT", endpoint(scheme));
        env.put("STORE_TLS", tls);
        env.put("STORE_PROCESS", NAME);
        env.put("DAEMON", "dbus.service");
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", Path.of("runbooks", script).toString());
        builder.environment().putAll(env);
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out);
    }

    @Test
    void whatRefusesTheQuestionIsUnknown() throws Exception {
        for (String script : ALL) {
            for (String scheme : List.of("http", "https")) {
                Ran ran = ask(script, scheme, "none");
                assertThat(ran.exit()).as("%s %s: %s", script, scheme, ran.out()).isEqualTo(2);
                assertThat(ran.out()).contains("give https:// and store_tls").doesNotContain("{\"");
            }
        }
    }

    @Test
    void withItsCertificatesItAnswers() throws Exception {
        assertThat(ask(ALL.get(1), "https", folder.toString()).out()).contains("\"answers\":true");
    }

    @Test
    void oneThatIsStoppedIsSilentHoweverItIsAsked() throws Exception {
        Processes.signal("STOP", store.toHandle());
        assertThat(ask(ALL.getFirst(), "https", folder.toString()).out())
                .contains("\"silent\":true");
        assertThat(ask(ALL.getFirst(), "https", "none").out()).contains("\"silent\":true");
        assertThat(ask(ALL.get(1), "https", folder.toString()).out())
                .contains("\"answers\":false", "\"listens\":true");
    }

    @Test
    void oneThatIsAtItsQuotaAnswersAndIsFull() throws Exception {
        String ask = ALL.getFirst();
        assertThat(ask(ask, "https", folder.toString()).out()).contains("\"full\":false");
        shell(
                "export ETCDCTL_API=3 ETCDCTL_CACERT=server-ca.crt ETCDCTL_CERT=server-client.crt"
                        + " ETCDCTL_KEY=server-client.key; for n in 1 2 3 4 5 6; do"
                        + " head -c 1000000 /dev/zero | tr '\\0' x | etcdctl --endpoints="
                        + endpoint("https")
                        + " put key$n; done; true");
        assertThat(ask(ask, "https", folder.toString()).out())
                .contains("\"silent\":false,\"full\":true");
    }
}
