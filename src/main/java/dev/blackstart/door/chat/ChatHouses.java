package dev.blackstart.door.chat;

import dev.blackstart.chat.Alerts;
import dev.blackstart.chat.Desk;
import dev.blackstart.chat.Follower;
import dev.blackstart.chat.Lookout;
import dev.blackstart.chat.Outbox;
import dev.blackstart.chat.People;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All chats of a service: whoever starts a run, every channel tells it.
record ChatHouses(
        Optional<SlackDoor> slack,
        Optional<MattermostDoor> mattermost,
        Optional<WebhookDoor> webhook,
        Optional<AlertDoor> alerts,
        List<Follower> followers,
        Lookout lookout,
        Work work)
        implements AutoCloseable {

    /// So much later at most a channel hears of a run that was started elsewhere.
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);

    static ChatHouses of(
            Service service, ChatPlaces places, ChatSettings settings, Outbox.Pace pace) {
        People people = new People(places::readPolicy, settings.runbooks(), settings.risk());
        List<Follower> followers = new CopyOnWriteArrayList<>();
        Consumer<RunId> tell = run -> followers.forEach(it -> it.follow(run));
        Desk desk = new Desk(service, tell);
        Work work = new Work();
        Optional<SlackHouse> slack =
                settings.slack()
                        .map(it -> SlackHouse.of(service, places, it, people, desk, work, pace));
        Optional<MattermostHouse> mattermost =
                settings.mattermost()
                        .map(it ->
                                MattermostHouse.of(service, places, it, people, desk, work, pace));
        Optional<WebhookHouse> webhook =
                settings.webhook()
                        .map(it -> WebhookHouse.of(service, places, it, people, desk, work, pace));
        slack.map(SlackHouse::follower).ifPresent(followers::add);
        mattermost.map(MattermostHouse::follower).ifPresent(followers::add);
        webhook.flatMap(WebhookHouse::follower).ifPresent(followers::add);
        return new ChatHouses(
                slack.map(SlackHouse::door),
                mattermost.map(MattermostHouse::door),
                webhook.map(WebhookHouse::door),
                settings.alerts().map(it -> alerts(it, service, people, desk, work)),
                followers,
                new Lookout(service, people, tell, LOOKS_EVERY),
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
        lookout.start();
    }

    @Override
    public void close() {
        work.close();
        lookout.close();
        followers.forEach(Follower::close);
    }
}
