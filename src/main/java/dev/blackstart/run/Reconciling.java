package dev.blackstart.run;

import java.util.List;
import java.util.Optional;

/// A run that was taken up to find out what is unknown, and for nothing else: nothing that acts is
/// sent. One that had been closed is closed again; one that had not stands still again.
final class Reconciling {
    private final Moment moment;

    Reconciling(Moment moment) {
        this.moment = moment;
    }

    List<Directive> next() {
        return new ReturnFlow(moment)
                .whatItTells()
                .or(() -> new UnknownFlow(moment).next())
                .or(() -> Optional.of(guards()).filter(it -> !it.isEmpty()))
                .or(() -> Optional.of(new Lending(moment).facts()).filter(it -> !it.isEmpty()))
                .orElseGet(this::over);
    }

    private List<Directive> guards() {
        return moment.state()
                .takingUps()
                .reconciling()
                .map(since -> Guards.whatTheyDid(moment, since.sequence()))
                .orElse(List.of());
    }

    private List<Directive> over() {
        if (moment.state().actions().anyInFlight()) {
            return List.of();
        }
        if (moment.state().firstClosed().isPresent()) {
            return new Closing(moment).reconciled();
        }
        int left = moment.state().actions().unknown().size();
        return Settle.record(
                new RunEvent.Paused(
                        left == 0
                                ? "nothing is unknown any more"
                                : left + " outcomes are still unknown"));
    }
}
