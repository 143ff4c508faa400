package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks the chains of all runs, one after the other, and notes the first bad event of each. A run
/// whose frozen files are gone or changed is damaged at the event that froze them.
final class Auditor {
    private final List<Audit.Break> breaks = new ArrayList<>();
    private final FrozenFiles frozen;
    private int runs;
    private long events;

    /// Hands over the stored events of a run in their order.
    @FunctionalInterface
    interface Entries {
        void each(EventTable.Reader reader) throws SQLException, JournalException;
    }

    /// The run under way. After its first break nothing more of it can be believed.
    private static final class Walk {
        private final Chain chain;
        private Optional<Entry> first = Optional.empty();
        private Optional<String> wrong = Optional.empty();

        Walk(RunId run) {
            this.chain = new Chain(run);
        }

        void add(Entry entry) {
            if (wrong.isEmpty()) {
                wrong = chain.follow(entry);
                first = first.or(() -> wrong.isEmpty() ? Optional.of(entry) : Optional.empty());
            }
        }
    }

    Auditor(FrozenFiles frozen) {
        this.frozen = frozen;
    }

    void walk(RunId run, Head head, Entries entries) throws SQLException, JournalException {
        Walk walk = new Walk(run);
        entries.each(walk::add);
        runs++;
        events += walk.chain.sequence();
        Optional<String> broken = walk.wrong.or(() -> head.differs(walk.chain));
        if (broken.isPresent()) {
            breaks.add(new Audit.Break(run, walk.chain.sequence() + 1, broken.get()));
        } else if (walk.first.isPresent()) {
            frozen.wrong(walk.first.get())
                    .ifPresent(reason -> breaks.add(new Audit.Break(run, 1, reason)));
        }
    }

    Audit result() {
        return new Audit(runs, events, breaks);
    }
}
