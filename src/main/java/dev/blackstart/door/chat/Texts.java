package dev.blackstart.door.chat;

import dev.blackstart.chat.Message;
import dev.blackstart.template.ChatTemplates;
import java.io.IOException;
import java.nio.file.Path;

/// The text of a message by the team's template; what is wrong with that is shown in its place.
final class Texts {
    private final Path templates;
    private final ChatTemplates.Markup markup;

    Texts(Path templates, ChatTemplates.Markup markup) {
        this.templates = templates;
        this.markup = markup;
    }

    String of(Message message) {
        try {
            return new ChatTemplates(templates, markup)
                    .render(message.template(), message.values());
        } catch (IOException e) {
            System.getLogger("blackstart")
                    .log(System.Logger.Level.WARNING, "Chat: {0}", e.getMessage());
            return "The template `%s` of this message cannot be used; the log of the service says why."
                    .formatted(message.template());
        }
    }
}
