package dev.blackstart.proof.simulation;

import dev.blackstart.journal.Audit;
import dev.blackstart.journal.ChainCopy;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.RunId;
import java.util.Map;

/// What is on disk when all is over must still be whole. That the lines verify and are those that
/// were acknowledged is seen in every world; in some they are read and told to people, too.
final class Remains {
    /// In so many of a thousand worlds everything is read once more.
    private static final int THOROUGH = 100;

    private final World world;
    private final Oracle oracle;

    Remains(World world, Oracle oracle) {
        this.world = world;
        this.oracle = oracle;
    }

    void look(Map<RunId, RunBook> books) {
        boolean thorough = world.dice().perMille(THOROUGH);
        try {
            for (Map.Entry<RunId, RunBook> each : books.entrySet()) {
                lines(each.getKey(), each.getValue());
                if (thorough) {
                    again(each.getKey(), each.getValue());
                }
            }
            if (thorough) {
                audits();
            }
        } catch (JournalException e) {
            throw new Violation(Invariant.CHAIN, e.getMessage());
        }
    }

    private void again(RunId run, RunBook book) throws JournalException {
        oracle.read(run, world.home(run).disk().read(run));
        if (world.scenario(run).secret() && !book.events().isEmpty()) {
            Sinks.views(world.scenario(run).plan().runbook(), book.events());
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

    private void lines(RunId run, RunBook book) {
        ChainCopy chain = world.home(run).disk().chain(run);
        if (chain.damage().isPresent()) {
            throw new Violation(Invariant.CHAIN, run + ": " + chain.damage().get());
        }
        if (!book.storedIn(chain.entries())) {
            throw Oracle.lost(book.acknowledged(), chain.entries().size());
        }
        for (Entry line : chain.entries()) {
            if (line.json().contains(World.SECRET)) {
                throw new Violation(Invariant.NO_SECRET, "in the journal: " + line);
            }
        }
    }
}
