package dev.blackstart.engine;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What disrupts is not sent while the disk has hardly room for its outcome. Everything else goes
/// on.
final class Room {
    private final Plan plan;
    private final Journal journal;
    private final InstantSource clock;
    private final Attendant attendant;
    private Optional<Instant> since = Optional.empty();
    private boolean attended;

    Room(Plan plan, Journal journal, InstantSource clock, Attendant attendant) {
        this.plan = plan;
        this.journal = journal;
        this.clock = clock;
        this.attendant = attendant;
    }

    /// Is there too little for what would be sent now? Once there was, it stays so until somebody
    /// says to look again.
    boolean lacks(List<Directive> directives) {
        if (since.isPresent()) {
            return true;
        }
        if (!disrupts(directives) || !journal.lowSpace()) {
            return false;
        }
        since = Optional.of(clock.instant());
        attended = attendant.paused(pause());
        return true;
    }

    private boolean disrupts(List<Directive> directives) {
        for (Directive directive : directives) {
            if (disrupts(directive)) {
                return true;
            }
        }
        return false;
    }

    private boolean disrupts(Directive directive) {
        return directive instanceof Directive.Act act
                && act.purpose() != Purpose.PRESERVE
                && plan.runbook()
                        .step(act.action().step())
                        .filter(Step.Acting.class::isInstance)
                        .map(step -> ((Step.Acting) step).execution().risk())
                        .filter(risk -> risk != Risk.MUTATE)
                        .isPresent();
    }

    /// Somebody is there to say what is to be done.
    boolean attended() {
        return attended;
    }

    boolean waiting() {
        return since.isPresent();
    }

    JournalPause pause() {
        return new JournalPause(
                true,
                journal.roomNeeded(),
                since.orElseGet(clock::instant),
                List.of(),
                Optional.empty(),
                List.of(),
                journal.ballast());
    }

    /// A person has said so.
    void again(OperatorCommand.Way way, RunState state) throws JournalException {
        if (since.isEmpty()) {
            return;
        }
        if (way == OperatorCommand.Way.BALLAST) {
            journal.releaseBallast();
        }
        if (journal.lowSpace()) {
            attended = attendant.paused(pause());
        } else {
            since = Optional.empty();
            attendant.goesOn(state);
        }
    }
}
