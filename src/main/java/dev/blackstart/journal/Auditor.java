package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks the chains of all runs, one after the other, and notes the first bad event of each.
final class Auditor {
    private final List<Audit.Break> breaks = new ArrayList<>();
    private int runs;
    private long events;
    private Optional<Walk> walk = Optional.empty();

    /// The run under way. After its first break nothing more of it can be believed.
    private static final class Walk {
        private final RunId run;
        private final Head head;
        private final Chain chain;
        private Optional<String> wrong = Optional.empty();

        Walk(RunId run, Head head) {
            this.run = run;
            this.head = head;
            this.chain = new Chain(run);
        }

        void add(Entry entry) {
            if (wrong.isEmpty()) {
                wrong = chain.follow(entry);
            }
        }

        Optional<Audit.Break> end() {
            return wrong.or(() -> head.differs(chain))
                    .map(reason -> new Audit.Break(run, chain.sequence() + 1, reason));
        }
    }

    void begin(RunId run, Head head) {
        walk = Optional.of(new Walk(run, head));
        runs++;
    }

    void add(Entry entry) {
        walk.orElseThrow().add(entry);
    }

    void end() {
        Walk done = walk.orElseThrow();
        events += done.chain.sequence();
        done.end().ifPresent(breaks::add);
    }

    Audit result() {
        return new Audit(runs, events, breaks);
    }
}
