package dev.blackstart.door.chat;

import dev.blackstart.chat.Outbox;
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

    private final Optional<ChatHouses> houses;

    ChatDoors(Service service, Config config) {
        Outbox.Pace pace =
                config.getOptionalValue(PACE, Long.class)
                        .map(Duration::ofMillis)
                        .map(it -> new Outbox.Pace(it, it, Outbox.SILENT_AFTER))
                        .orElse(Outbox.Pace.USUAL);
        this.houses =
                config.getOptionalValue(Settings.CHAT, String.class)
                        .map(Path::of)
                        .map(ChatDoors::read)
                        .map(settings -> ChatHouses.of(service, places(config), settings, pace));
    }

    private static ChatPlaces places(Config config) {
        return ChatPlaces.of(name -> config.getOptionalValue(name, String.class));
    }

    private static ChatSettings read(Path file) {
        return switch (ChatReader.read(file)) {
            case Read.Accepted<ChatSettings> it -> it.value();
            case Read.Refused<ChatSettings> it ->
                    throw new IllegalStateException(
                            "the file of chats was refused: " + it.problems());
        };
    }

    Optional<ChatHouses> houses() {
        return houses;
    }

    @Override
    public void moveIn() {
        houses.ifPresent(ChatHouses::start);
    }

    @Override
    public void moveOut() {
        houses.ifPresent(ChatHouses::close);
    }
}
