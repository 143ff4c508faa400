package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Expects;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.List;
import java.util.Optional;

/// Makes an event of every reboot that was seen, and says whether it was asked for.
final class Reboots {
    private final Moment moment;

    Reboots(Moment moment) {
        this.moment = moment;
    }

    /// Empty when all were told.
    Optional<List<Directive>> untold() {
        return moment.state().evidence().untold().map(this::told);
    }

    private List<Directive> told(EvidenceBook.Reboot reboot) {
        Optional<StepId> during = during(reboot.host());
        return Settle.record(
                new RunEvent.Rebooted(
                        reboot.host(),
                        reboot.before(),
                        reboot.now(),
                        during,
                        during.flatMap(this::expects).filter(Expects::reboot).isPresent()));
    }

    /// The step that was sent to it last and is not done yet.
    private Optional<StepId> during(HostName host) {
        return moment.state().actions().all().stream()
                .map(progress -> progress.intent().action())
                .filter(action -> action.host().equals(host))
                .map(ActionKey::step)
                .filter(step -> moment.state().settled(step).isEmpty())
                .reduce((older, newer) -> newer);
    }

    private Optional<Expects> expects(StepId step) {
        return moment.plan()
                .runbook()
                .step(step)
                .filter(Step.Acting.class::isInstance)
                .flatMap(acting -> ((Step.Acting) acting).execution().expects());
    }
}
