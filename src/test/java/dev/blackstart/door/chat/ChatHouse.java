package dev.blackstart.door.chat;

import static org.awaitility.Awaitility.await;

import dev.blackstart.ServerSource;
import dev.blackstart.chat.Outbox;
import dev.blackstart.reading.ChatReader;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.runbook.Read;
import dev.blackstart.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A service with a drill, people and a chat, without HTTP in front of it.
final class ChatHouse implements AutoCloseable {
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String OLD = "0d742231b10e8888abcd99yyyzzz0001";
    static final String POLICY =
            """
            people:
              anna: { chat: { slack: T1/U1, mattermost: T1/U1, teams: T1/U1 } }
              bo: { chat: { slack: T1/U2 } }
              cy: { chat: { slack: T1/U3 } }
            approvals:
              disrupt: { approvers: [ anna, bo ], exclude_requester: true }
            """;

    private final Path folder;
    private final FakeSlack slack;
    private final Duration silent;
    private final Duration patience;
    private final Service service;
    private ChatHouses house;

    ChatHouse(Path folder, FakeSlack slack, Duration silent) {
        this(folder, slack, silent, Duration.ofSeconds(5));
    }

    /// @param patience how long a chat may take to answer
    ChatHouse(Path folder, FakeSlack slack, Duration silent, Duration patience) {
        this.patience = patience;
        this.folder = folder;
        this.slack = slack;
        this.silent = silent;
        files(folder, slack.port());
        this.service = open();
        this.house = house();
    }

    static void files(Path folder, int slack) {
        try {
            copy(Path.of("src/test/resources/chat/runbooks"), folder.resolve("runbooks"));
            Files.writeString(folder.resolve("policy.yaml"), POLICY);
            Files.writeString(folder.resolve("allowed_signers"), "");
            secret(folder, "signing", SECRET);
            secret(folder, "signing-old", OLD);
            secret(folder, "token", "xoxb-0123456789");
            Files.writeString(
                    folder.resolve("chat.yaml"),
                    """
                    slack:
                      secret: signing
                      old_secret: signing-old
                      old_until: '2100-01-01T00:00:00Z'
                      token: token
                      channel: C1
                      api: http://127.0.0.1:%d/api
                      answers_to: [ 127.0.0.1:%d ]
                    mattermost:
                      secret: signing
                      token: token
                      channel: C1
                      url: http://127.0.0.1:%d
                      here: http://127.0.0.1:8470
                    webhook: { secret: signing, platform: teams, url: "http://127.0.0.1:%d/hook" }
                    alerts:
                      secret: signing
                      rules:
                        - labels: { alertname: LogDiskFull, severity: critical }
                          diagnose: full-disk
                    """
                            .formatted(slack, slack, slack, slack));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void secret(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text + "\n");
        Files.setPosixFilePermissions(
                folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    static Map<String, String> configuration(Path folder) {
        Map<String, String> configuration =
                new HashMap<>(
                        Map.of(
                                "blackstart.serve.runbooks", folder.resolve("runbooks").toString(),
                                "blackstart.serve.inventory",
                                        folder.resolve("runbooks/inventory.yaml").toString(),
                                "blackstart.serve.templates",
                                        Path.of("templates").toAbsolutePath().toString(),
                                "blackstart.serve.state", folder.resolve("state").toString(),
                                "blackstart.serve.policy", folder.resolve("policy.yaml").toString(),
                                "blackstart.serve.chat", folder.resolve("chat.yaml").toString()));
        if (Files.exists(folder.resolve("key"))) {
            configuration.put("blackstart.serve.identity", folder.resolve("key").toString());
        }
        return configuration;
    }

    private Service open() {
        return new ServerSource()
                .open(name -> Optional.ofNullable(configuration(folder).get(name)));
    }

    private ChatHouses house() {
        ChatSettings settings =
                switch (ChatReader.read(folder.resolve("chat.yaml"))) {
                    case Read.Accepted<ChatSettings> it -> it.value();
                    case Read.Refused<ChatSettings> it ->
                            throw new AssertionError(it.problems().toString());
                };
        ChatPlaces places =
                ChatPlaces.of(name -> Optional.ofNullable(configuration(folder).get(name)));
        ChatHouses made =
                ChatHouses.of(
                        service,
                        places,
                        settings,
                        new Outbox.Pace(
                                Duration.ofMillis(1),
                                Duration.ofMillis(50),
                                silent,
                                patience,
                                Duration.ofSeconds(2)));
        made.start();
        return made;
    }

    /// A second one over the same journal, as in another process.
    Service another() {
        return open();
    }

    ChatHouses chats() {
        return house;
    }

    Service service() {
        return service;
    }

    SlackTeam team() {
        return new SlackTeam(
                SECRET,
                slack.responseUrl(),
                (path, headers, body) -> {
                    Received request = Received.of(headers, body);
                    Reply reply =
                            path.endsWith("/command")
                                    ? house.slack().orElseThrow().command(request)
                                    : house.slack().orElseThrow().interaction(request);
                    return new SlackTeam.Heard(reply.status(), reply.body());
                });
    }

    /// Its report is written, too.
    private static boolean everyRunHasEnded() {
        return noThread("run-");
    }

    private static boolean noThread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(it -> it.getName().startsWith(name));
    }

    /// The chat part is stopped and started; runs go on.
    void startChatAnew() {
        house.close();
        house = house();
    }

    @Override
    public void close() {
        house.close();
        service.close();
        await().atMost(Duration.ofSeconds(60)).until(ChatHouse::everyRunHasEnded);
        // who still reads the journal would make its file anew in a folder that is deleted
        await().atMost(Duration.ofSeconds(60)).until(() -> noThread("chat-"));
        slack.close();
    }
}
