package dev.blackstart.chat;

import dev.blackstart.run.RunId;
import java.util.Optional;

/// One message as it should stand in the chat and as it does.
final class Slot {
    /// @param part empty for the run's own message; else the one in its thread, such as `G1-1`
    record Key(RunId run, String part) {
        Optional<Key> above() {
            return part.isEmpty() ? Optional.empty() : Optional.of(new Key(run, ""));
        }

        @Override
        public String toString() {
            return part.isEmpty() ? run.value() : run + "." + part;
        }
    }

    private final Key key;
    private volatile Message wanted;
    private Optional<Message> sent = Optional.empty();
    private Optional<String> id;
    private boolean doubtful;
    private Optional<Long> unsettled = Optional.empty();

    /// @param kept id of the message; an empty text when it may have been sent
    Slot(Key key, Message wanted, Optional<String> kept) {
        this.key = key;
        this.wanted = wanted;
        this.id = kept.filter(it -> !it.isEmpty());
        this.doubtful = kept.filter(String::isEmpty).isPresent();
    }

    Key key() {
        return key;
    }

    Message wanted() {
        return wanted;
    }

    void want(Message message) {
        wanted = message;
    }

    boolean behind() {
        return sent.filter(wanted::equals).isEmpty();
    }

    Optional<String> id() {
        return id;
    }

    boolean doubtful() {
        return doubtful;
    }

    void doubt(boolean perhaps) {
        doubtful = perhaps;
    }

    /// The platform may still be about to take something until then (nanoseconds).
    void unsettled(long until) {
        unsettled = Optional.of(until);
    }

    /// May something sent before still arrive, and stand in place of what is sent now?
    boolean mayStillArrive(long now) {
        return unsettled.filter(until -> now - until < 0).isPresent();
    }

    /// It stands in the chat; empty when it is not known with which text.
    void stands(String where, Optional<Message> text) {
        id = Optional.of(where);
        doubtful = false;
        sent = text;
    }

    /// The platform will not take this text.
    void givenUp(Message text) {
        sent = Optional.of(text);
        doubtful = false;
    }
}
