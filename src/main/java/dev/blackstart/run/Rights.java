package dev.blackstart.run;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.Step;

/// With whose rights a sending goes out. Root's claims and fences lie where no other user's do, so
/// who asks for them needs the same rights.
public final class Rights {
    private Rights() {}

    /// Does what an action sends for a purpose run as root?
    public static boolean root(Execution execution, Purpose purpose) {
        return switch (purpose) {
            case PRESERVE, ACT -> execution.command().sudo();
            case RELEASE ->
                    execution.release().map(Release::command).filter(Command::sudo).isPresent();
            case UNDO -> execution.undo().filter(Command::sudo).isPresent();
        };
    }

    /// The same for one that was decided.
    public static boolean root(Plan plan, ActionProgress progress) {
        return plan.runbook()
                .step(progress.intent().action().step())
                .filter(Step.Acting.class::isInstance)
                .map(step -> ((Step.Acting) step).execution())
                .filter(execution -> root(execution, progress.intent().purpose()))
                .isPresent();
    }
}
