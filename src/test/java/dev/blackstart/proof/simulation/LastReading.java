package dev.blackstart.proof.simulation;

import dev.blackstart.journal.Audit;
import dev.blackstart.journal.ChainCopy;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import java.util.List;
import java.util.Map;

/// What is on disk when a world is over must still be whole. That the lines verify and are those
/// that were acknowledged is seen in every world; in some they are read and told to people, too.
///
/// @param books what the runs of the world are known to have
record LastReading(World world, Map<RunId, RunBook> books) {
    /// In so many of a thousand worlds everything is read once more.
    private static final int THOROUGH = 100;

    void check() {
        boolean thorough = world.dice().perMille(THOROUGH);
        try {
            for (Map.Entry<RunId, RunBook> one : books.entrySet()) {
                check(one.getKey(), one.getValue(), thorough);
            }
            if (thorough) {
                audits();
            }
        } catch (JournalException e) {
            throw new Violation(Invariant.CHAIN, e.getMessage());
        }
    }

    private void check(RunId run, RunBook book, boolean thorough) throws JournalException {
        lines(run, book, world.home(run).disk().chain(run));
        if (thorough) {
            again(book, world.home(run).disk().read(run));
            if (world.scenario(run).secret() && !book.events().isEmpty()) {
                Sinks.views(world.scenario(run).plan().runbook(), book.events());
            }
        }
    }

    private void audits() throws JournalException {
        for (SimInstallation installation : world.installations()) {
            Audit audit = installation.disk().audit();
            if (!audit.intact()) {
                throw new Violation(Invariant.CHAIN, audit.toString());
            }
        }
    }

    private static void lines(RunId run, RunBook book, ChainCopy chain) {
        if (chain.damage().isPresent()) {
            throw new Violation(Invariant.CHAIN, run + ": " + chain.damage().get());
        }
        if (!book.storedIn(chain.entries())) {
            throw lost(book.acknowledged(), chain.entries().size());
        }
        for (Entry line : chain.entries()) {
            if (line.json().contains(World.SECRET)) {
                throw new Violation(Invariant.NO_SECRET, "in the journal: " + line);
            }
        }
    }

    /// A later read has all that was acknowledged.
    static void again(RunBook book, List<Recorded> read) {
        if (!book.readAgain(read)) {
            throw lost(book.acknowledged(), read.size());
        }
    }

    private static Violation lost(List<Recorded> acknowledged, int found) {
        return new Violation(
                Invariant.NOTHING_LOST,
                "%d events were acknowledged, and a later read has %d"
                        .formatted(acknowledged.size(), found));
    }
}
