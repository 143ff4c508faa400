package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.util.List;

/// A process of its own that takes locks for a run and holds them until it is killed.
final class HoldingProcess {
    private HoldingProcess() {}

    /// Runs until it is killed.
    ///
    /// @param arguments directory of the journal, run id, `acted` when it is to have sent something
    public static void main(String[] arguments) throws Exception {
        RunId run = new RunId(arguments[1]);
        try (Journal journal = SqliteJournal.open(Path.of(arguments[0]))) {
            Ownership taken = journal.claim(run, Owner.current("ben", LockContract.AT));
            journal.lock(LockContract.holder(run), List.of(LockContract.locks("a", "b")), false);
            if (arguments[2].equals("acted")) {
                long epoch = ((Ownership.Taken) taken).epoch();
                journal.append(run, epoch, 0, LockContract.AT, List.of(LockContract.sending()));
            }
            System.out.println("holds");
            System.in.read();
        }
    }
}
