package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stored lines of one run, from the first to the last that verifies.
///
/// @param hash of the last of them, 64 zeros when there is none
/// @param damage why the next line does not verify; empty when all do
public record ChainCopy(RunId run, List<Entry> entries, String hash, Optional<String> damage) {
    public ChainCopy {
        entries = List.copyOf(entries);
    }

    /// A copy under way. After the first break nothing more can be believed.
    static final class Copying {
        private final Chain chain;
        private final RunId run;
        private final List<Entry> entries = new ArrayList<>();
        private Optional<String> damage = Optional.empty();

        Copying(RunId run) {
            this.run = run;
            this.chain = new Chain(run);
        }

        void add(Entry entry) {
            if (damage.isEmpty()) {
                damage = chain.follow(entry);
                if (damage.isEmpty()) {
                    entries.add(entry);
                }
            }
        }

        ChainCopy end(Head head) {
            return new ChainCopy(run, entries, chain.hash(), damage.or(() -> head.differs(chain)));
        }
    }
}
