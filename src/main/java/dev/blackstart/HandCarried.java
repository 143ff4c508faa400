package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.journal.Carried;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Spool;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import java.util.ArrayList;
import java.util.List;

/// Outcomes that a person copied from a screen, put where those wait that were held by themselves.
final class HandCarried {
    private HandCarried() {}

    static void take(Spool spool, RunId run, List<String> words, Person by) {
        List<Carried> all = new ArrayList<>(spool.find(run).events());
        for (String word : words) {
            all.add(read(word, run).by(by));
        }
        if (spool.hold(run, all).isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.JOURNAL,
                    "The outcome lines cannot be kept until the run is taken up: /dev/shm takes no file of yours.");
        }
    }

    private static Carried read(String word, RunId run) {
        try {
            Carried carried = Carried.read(word);
            if (!carried.run().equals(run)) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "The outcome line belongs to run %s, not to %s."
                                .formatted(carried.run(), run));
            }
            return carried;
        } catch (JournalException e) {
            throw new CannotGoOn(ExitCode.REFUSED, e.getMessage());
        }
    }
}
