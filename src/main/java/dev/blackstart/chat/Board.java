package dev.blackstart.chat;

import java.util.Optional;

/// The channel of a platform where messages are put. Called by one thread; must come back within
/// some seconds and never throw.
public interface Board {
    /// @param key our own word for the message, by which `find` knows it again
    /// @param below id of the message in whose thread it stands
    Delivered post(String key, Optional<String> below, Message message);

    /// Puts another text in place of a message.
    Delivered update(String id, Message message);

    /// Looks for a message of which it is not known whether it arrived.
    Delivered find(String key, Optional<String> below);
}
