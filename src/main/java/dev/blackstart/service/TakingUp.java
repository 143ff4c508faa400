package dev.blackstart.service;

import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.util.Map;
import java.util.Optional;

/// Takes up the runs of a service that was stopped or has crashed. One that a person has left
/// otherwise stays as it is, and so does one that another process carries out.
final class TakingUp {
    private static final System.Logger LOG = System.getLogger("blackstart");

    private final Records records;
    private final Carrier carrier;
    private final Register register;
    private final Ward ward;

    TakingUp(Records records, Carrier carrier, Register register, Ward ward) {
        this.records = records;
        this.carrier = carrier;
        this.register = register;
        this.ward = ward;
    }

    void all() {
        for (RunId run : ward.all()) {
            try {
                one(run);
            } catch (Refusal e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Run {0} is not taken up: {1}",
                        run,
                        e.getMessage());
            }
        }
    }

    private void one(RunId run) {
        if (records.newest(run) == 0) {
            ward.leave(run); // it ended before its first event
            return;
        }
        Snapshot snapshot = records.of(run);
        if (snapshot.state().closed().isPresent()) {
            ward.leave(run);
            return;
        }
        Optional<String> paused = snapshot.state().paused().map(RunEvent.Paused::reason);
        boolean ours = paused.map(Service.STOPPED::equals).orElse(true);
        if (ours && !snapshot.carried()) {
            Person by = snapshot.state().wheel().holder().orElse(snapshot.opened().by());
            register.carry(
                    Optional.of(run),
                    watcher -> carrier.resume(run, by, Map.of(), watcher),
                    carried -> {});
        }
    }
}
