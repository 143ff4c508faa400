package dev.blackstart.door.chat;

import dev.blackstart.chat.Desk;
import dev.blackstart.chat.Follower;
import dev.blackstart.chat.Outbox;
import dev.blackstart.chat.People;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.service.Service;
import dev.blackstart.template.ChatTemplates;

/// Slack as a whole: what comes from there and what is told there.
record SlackHouse(SlackDoor door, Follower follower) {
    static SlackHouse of(
            Service service,
            ChatPlaces places,
            ChatSettings.Slack settings,
            People people,
            Desk desk,
            Work work,
            Outbox.Pace pace) {
        SlackBlocks blocks =
                new SlackBlocks(new Texts(places.templates(), ChatTemplates.Markup.slack));
        HttpPost http = new HttpPost(pace.patience());
        SlackBoard board = new SlackBoard(settings, blocks, http);
        SlackDoor door =
                new SlackDoor(
                        new Signatures(Signatures.Scheme.SLACK, settings.secret(), service.clock()),
                        new Addresses(settings.answersTo()),
                        people,
                        desk,
                        blocks,
                        board,
                        http,
                        new Courier(pace.patience()),
                        work);
        return new SlackHouse(
                door,
                new Follower(
                        service, people, places.state(), "slack", board, pace, System::nanoTime));
    }
}
