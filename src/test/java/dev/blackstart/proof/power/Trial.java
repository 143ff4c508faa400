package dev.blackstart.proof.power;

import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run whose journal fails, and what it takes to end it once the journal works again.
record Trial(Station station) {
    /// Commands after which a run must have ended.
    private static final int COMMANDS = 3;

    /// What is wrong, one sentence each.
    ///
    /// @param first the command whose journal failed
    List<String> judge(Station.Ended first) throws Exception {
        List<String> wrong = new ArrayList<>(account().after(first.exit()));
        if (first.exit() == 70 || first.exit() < 0) {
            wrong.add("it ended with " + first.exit());
        }
        Held held = Held.of(first.said());
        wrong.addAll(held.missing());
        Station.Ended last = first;
        for (int i = 0; i < COMMANDS && account().verdict().isEmpty(); i++) {
            last = next(i);
            wrong.addAll(account().after(last.exit()));
            wrong.addAll(held.notRecorded(station.events()));
        }
        if (!account().verdict().equals(Optional.of(Verdict.RECOVERED))) {
            wrong.add("it could not be ended: " + account().verdict());
        }
        if (!station.effects().equals(Station.STEPS)) {
            wrong.add("done on the host: " + station.effects());
        }
        if (!wrong.isEmpty()) {
            wrong.add("\nfirst, exit " + first.exit() + ": " + first.said());
            wrong.add("\nlast, exit " + last.exit() + ": " + last.said());
        }
        return wrong;
    }

    /// First without anybody, then with a person who answers.
    private Station.Ended next(int number) throws Exception {
        Optional<RunId> run = station.run();
        if (run.isEmpty()) {
            return station.run(List.of());
        }
        return number == 0 ? station.resume() : station.resumeWithAPerson(run.get());
    }

    private Account account() throws Exception {
        return new Account(station.events(), station.effects());
    }
}
