package dev.blackstart.chat;

import java.time.Duration;
import java.util.Optional;

/// What became of one attempt to deliver a message.
public sealed interface Delivered {
    /// What a platform that gave no answer may have done with a message.
    enum Taken {
        NO,
        PERHAPS,
        /// it did not answer in time, and may still be about to take it
        PERHAPS_LATER
    }

    /// Why it is not done; empty when it is.
    default Optional<String> trouble() {
        return switch (this) {
            case Done it -> Optional.empty();
            case NotThere it -> Optional.of("it is not there");
            case Later it -> Optional.of(it.why());
            case Never it -> Optional.of(it.why());
        };
    }

    /// @param id by which the platform knows the message
    record Done(String id) implements Delivered {}

    /// It was looked for and is not there.
    record NotThere() implements Delivered {}

    /// Not now.
    ///
    /// @param after the platform wants to be left alone so long
    /// @param taken what the platform may have done with it all the same
    record Later(Optional<Duration> after, Taken taken, String why) implements Delivered {}

    /// The platform will not take it, however often it is asked.
    record Never(String why) implements Delivered {}
}
