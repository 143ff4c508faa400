package dev.blackstart.door.chat;

import dev.blackstart.chat.Desk;
import dev.blackstart.chat.Follower;
import dev.blackstart.chat.Outbox;
import dev.blackstart.chat.People;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.service.Service;
import dev.blackstart.template.ChatTemplates;

/// Mattermost as a whole: what comes from there and what is told there.
record MattermostHouse(MattermostDoor door, Follower follower) {
    static MattermostHouse of(
            Service service,
            ChatPlaces places,
            ChatSettings.Mattermost settings,
            People people,
            Desk desk,
            Work work,
            Outbox.Pace pace) {
        Vouchers vouchers = new Vouchers(new OwnKey(places.state()).read(), service.clock());
        MattermostPosts posts =
                new MattermostPosts(
                        new Texts(places.templates(), ChatTemplates.Markup.mattermost),
                        settings,
                        vouchers);
        HttpPost http = new HttpPost(pace.patience());
        MattermostBoard board = new MattermostBoard(settings, posts, http);
        return new MattermostHouse(
                new MattermostDoor(
                        settings,
                        vouchers,
                        people,
                        desk,
                        posts,
                        board,
                        http,
                        work,
                        service.clock()),
                new Follower(
                        service,
                        people,
                        places.state(),
                        "mattermost",
                        board,
                        pace,
                        System::nanoTime));
    }
}
