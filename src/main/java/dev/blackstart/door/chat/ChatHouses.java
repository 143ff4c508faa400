package dev.blackstart.door.chat;

import dev.blackstart.chat.Alerts;
import dev.blackstart.chat.Desk;
import dev.blackstart.chat.Follower;
import dev.blackstart.chat.Outbox;
import dev.blackstart.chat.People;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// All chats of a service: whoever starts a run, every channel tells it.
record ChatHouses(
        Optional<SlackDoor> slack,
        Optional<MattermostDoor> mattermost,
        Optional<WebhookDoor> webhook,
        Optional<AlertDoor> alerts,
        List<Follower> followers,
        Work work)
        implements AutoCloseable {

    static ChatHouses of(
            Service service, ChatPlaces places, ChatSettings settings, Outbox.Pace pace) {
        People people = new People(places::readPolicy, settings.runbooks(), settings.risk());
        List<Follower> followers = new CopyOnWriteArrayList<>();
        Desk desk = new Desk(service, run -> followers.forEach(it -> it.follow(run)));
        Work work = new Work();
        Optional<SlackHouse> slack =
                settings.slack()
                        .map(it -> SlackHouse.of(service, places, it, people, desk, work, pace));
        Optional<MattermostHouse> mattermost =
                settings.mattermost()
                        .map(it ->
                                MattermostHouse.of(service, places, it, people, desk, work, pace));
        Stream.concat(
                        slack.map(SlackHouse::follower).stream(),
                        mattermost.map(MattermostHouse::follower).stream())
                .forEach(followers::add);
        return new ChatHouses(
                slack.map(SlackHouse::door),
                mattermost.map(MattermostHouse::door),
                settings.webhook().map(it -> webhook(it, service, people, desk, work)),
                settings.alerts().map(it -> alerts(it, service, people, desk, work)),
                followers,
                work);
    }

    private static WebhookDoor webhook(
            ChatSettings.Webhook it, Service service, People people, Desk desk, Work work) {
        return new WebhookDoor(
                it.platform(),
                new Signatures(Signatures.Scheme.OWN, it.secret(), service.clock()),
                people,
                desk,
                work);
    }

    private static AlertDoor alerts(
            ChatSettings.Alerts it, Service service, People people, Desk desk, Work work) {
        return new AlertDoor(
                it.secret(),
                new Alerts(desk, people, it.rules(), service.clock(), service.runs()::here),
                service.clock(),
                work);
    }

    void start() {
        followers.forEach(Follower::start);
    }

    @Override
    public void close() {
        work.close();
        followers.forEach(Follower::close);
    }
}
