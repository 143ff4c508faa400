package dev.blackstart.door.chat;

import dev.blackstart.chat.Outbox;
import dev.blackstart.chat.People;
import dev.blackstart.door.http.Resident;
import dev.blackstart.door.http.Settings;
import dev.blackstart.reading.ChatReader;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.runbook.Read;
import dev.blackstart.service.Service;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// The chats of a server, as its file of chats names them. Without one there are none.
@Singleton
public class ChatDoors implements Resident {
    /// Milliseconds between two messages, for a platform that takes more than one a second.
    private static final String PACE = "blackstart.chat.pace";

    private final Optional<SlackHouse> slack;

    ChatDoors(Service service, Config config) {
        Optional<ChatSettings> settings =
                config.getOptionalValue(Settings.CHAT, String.class)
                        .map(Path::of)
                        .map(ChatDoors::read);
        Outbox.Pace pace =
                config.getOptionalValue(PACE, Long.class)
                        .map(Duration::ofMillis)
                        .map(it -> new Outbox.Pace(it, it, Outbox.SILENT_AFTER))
                        .orElse(Outbox.Pace.USUAL);
        ChatPlaces places =
                ChatPlaces.of(name -> config.getOptionalValue(name, String.class));
        Optional<People> people =
                settings.map(it -> new People(places::readPolicy, it.runbooks(), it.risk()));
        this.slack =
                settings.flatMap(ChatSettings::slack)
                        .map(it ->
                                SlackHouse.of(service, places, it, people.orElseThrow(), pace));
    }

    private static ChatSettings read(Path file) {
        return switch (ChatReader.read(file)) {
            case Read.Accepted<ChatSettings> it -> it.value();
            case Read.Refused<ChatSettings> it ->
                    throw new IllegalStateException(
                            "the file of chats was refused: " + it.problems());
        };
    }

    Optional<SlackDoor> slack() {
        return slack.map(SlackHouse::door);
    }

    @Override
    public void moveIn() {
        slack.ifPresent(it -> it.follower().start());
    }

    @Override
    public void moveOut() {
        slack.ifPresent(SlackHouse::close);
    }
}
