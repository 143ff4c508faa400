package dev.blackstart.door.chat;

import dev.blackstart.chat.Account;
import dev.blackstart.chat.Message;
import dev.blackstart.view.Escaped;

/// What is told to whom nothing else is told.
final class Strangers {
    /// There is too much to do to hear an answer.
    static final String ANSWER_AGAIN =
            "There is too much to do at this moment; answer again in a moment.";

    private Strangers() {}

    static String sentence(Account account) {
        return "Nobody here knows you, so nothing is shown or done; whoever keeps the policy of the site writes `chat: { %s: %s }` under your name."
                .formatted(account.platform(), Escaped.line(account.id(), 140));
    }

    static Message told(Account account) {
        return Message.said(sentence(account));
    }

    static Message busy() {
        return Message.said("There is too much to do at this moment; ask again in a moment.");
    }
}
