package dev.blackstart.service;

import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.util.Map;
import java.util.Optional;

/// Takes up the runs of a service that was stopped, has crashed, or has lost its journal for a
/// while. One that a person has left otherwise stays as it is, and so does one that another process
/// carries out.
final class TakingUp {
    private static final System.Logger LOG = System.getLogger("blackstart");

    private final Records records;
    private final Carrier carrier;
    private final Register register;
    private final Ward ward;
    private final Dropped dropped;

    TakingUp(Records records, Carrier carrier, Register register, Ward ward, Dropped dropped) {
        this.records = records;
        this.carrier = carrier;
        this.register = register;
        this.ward = ward;
        this.dropped = dropped;
    }

    void all() {
        for (RunId run : ward.all()) {
            trying(run, () -> unfinished(run).filter(TakingUp::ours).ifPresent(this::goOn));
        }
    }

    /// Those that wait for the journal, which can be written again.
    void dropped() {
        for (RunId run : dropped.waiting()) {
            trying(run, () -> again(run));
        }
    }

    private static void trying(RunId run, Runnable what) {
        try {
            what.run();
        } catch (Refusal e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Run {0} is not taken up: {1}",
                    run,
                    e.getMessage());
        }
    }

    private void again(RunId run) {
        boolean alone = ward.all().contains(run);
        Optional<Snapshot> snapshot = unfinished(run);
        if (alone && snapshot.isPresent()) {
            goOn(snapshot.get());
            return;
        }
        dropped.leaveToPeople(run);
        if (snapshot.filter(Snapshot::drill).isPresent()) {
            carrier.closeDrill(run, Optional.empty(), Service.WORLD_GONE);
        } else if (snapshot.isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Run {0} has secrets, which are kept nowhere: resume it with them.",
                    run);
        }
    }

    private Optional<Snapshot> unfinished(RunId run) {
        boolean begun = records.newest(run) > 0;
        Optional<Snapshot> open =
                Optional.of(run)
                        .filter(it -> begun)
                        .map(records::of)
                        .filter(it -> it.state().closed().isEmpty());
        if (open.isEmpty()) {
            ward.leave(run);
        }
        return open;
    }

    private static boolean ours(Snapshot snapshot) {
        return snapshot.state()
                .paused()
                .map(RunEvent.Paused::reason)
                .map(Service.STOPPED::equals)
                .orElse(true);
    }

    private void goOn(Snapshot snapshot) {
        if (!snapshot.carried()) {
            RunId run = snapshot.run();
            Person by = snapshot.state().wheel().holder().orElse(snapshot.opened().by());
            register.carry(
                    Optional.of(run),
                    watcher -> carrier.resume(run, by, Map.of(), watcher),
                    carried -> {});
        }
    }
}
