package dev.blackstart.journal;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows the stored events of one run in their order: checks the chain first, then makes facts of
/// them.
final class StoredRun {
    private final RunId run;
    private final EventCodec codec;
    private final Chain chain;
    private final List<Recorded> events = new ArrayList<>();

    StoredRun(RunId run, EventCodec codec) {
        this.run = run;
        this.codec = codec;
        this.chain = new Chain(run);
    }

    void add(Entry entry) throws JournalException {
        Optional<String> wrong = chain.follow(entry);
        if (wrong.isPresent()) {
            throw Damage.at(run, chain.sequence(), wrong.get());
        }
        events.add(recorded(entry));
    }

    /// @param head the newest event as noted beside the events, which shows when the last ones are
    ///   gone
    List<Recorded> complete(Head head) throws JournalException {
        Optional<String> wrong = head.differs(chain);
        if (wrong.isPresent()) {
            throw Damage.at(run, chain.sequence(), wrong.get());
        }
        return List.copyOf(events);
    }

    /// What has been added and verified, whether it is all or not.
    List<Recorded> soFar() {
        return List.copyOf(events);
    }

    private Recorded recorded(Entry entry) throws JournalException {
        try {
            Instant at = Instant.parse(entry.at());
            EventCodec.Stored stored = codec.read(entry.bytes());
            return new Recorded(
                    run, entry.sequence(), at, entry.hash(), stored.event(), stored.clock());
        } catch (DateTimeParseException e) {
            throw Damage.at(run, entry.sequence() - 1, "its time is not ISO 8601");
        } catch (JournalException e) {
            throw new JournalException(e.kind(), sentence(entry, e), e);
        }
    }

    private String sentence(Entry entry, JournalException e) {
        String opened =
                !events.isEmpty() && events.getFirst().event() instanceof RunEvent.RunOpened first
                        ? "; the run was opened by version " + first.version()
                        : "";
        return "run %s event %d: %s%s".formatted(run, entry.sequence(), e.getMessage(), opened);
    }
}
