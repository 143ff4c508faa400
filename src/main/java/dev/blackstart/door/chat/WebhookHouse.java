package dev.blackstart.door.chat;

import dev.blackstart.chat.Desk;
import dev.blackstart.chat.Follower;
import dev.blackstart.chat.Outbox;
import dev.blackstart.chat.People;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.service.Service;
import dev.blackstart.template.ChatTemplates;
import java.net.URI;
import java.util.Optional;

/// A signed webhook as a whole: what comes from there, and what is told there when its file of
/// chats names a place.
record WebhookHouse(WebhookDoor door, Optional<Follower> follower) {
    static WebhookHouse of(
            Service service,
            ChatPlaces places,
            ChatSettings.Webhook settings,
            People people,
            Desk desk,
            Work work,
            Outbox.Pace pace) {
        WebhookDoor door =
                new WebhookDoor(
                        settings.platform(),
                        new Signatures(Signatures.Scheme.OWN, settings.secret(), service.clock()),
                        people,
                        desk,
                        work);
        return new WebhookHouse(
                door,
                settings.url()
                        .map(url -> board(url, service, places, settings, pace))
                        .map(board ->
                                new Follower(
                                        service,
                                        people,
                                        places.state(),
                                        "webhook",
                                        board,
                                        pace,
                                        System::nanoTime)));
    }

    private static WebhookBoard board(
            URI url,
            Service service,
            ChatPlaces places,
            ChatSettings.Webhook settings,
            Outbox.Pace pace) {
        return new WebhookBoard(
                url,
                settings.secret(),
                new Texts(places.templates(), ChatTemplates.Markup.plain),
                new HttpPost(pace.patience()),
                service.clock());
    }
}
