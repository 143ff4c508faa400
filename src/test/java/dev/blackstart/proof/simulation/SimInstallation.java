package dev.blackstart.proof.simulation;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// Everything that shares one journal: a machine, its disk and memory, and the processes on it. Of
/// another installation it knows only what hosts say.
final class SimInstallation {
    private final World world;
    private final String name;
    private final SimMachine machine;
    private final MemoryJournal disk;
    private final SimSpool spool;
    private final List<SimProcess> processes = new ArrayList<>();
    private final Map<RunId, List<Recorded>> written = new HashMap<>();
    private final boolean decodes;

    /// @param name letters and digits, under which hosts know its runs
    /// @param where the machine, as people call it
    /// @param decodes what is read is made of the stored lines; otherwise it is what was written,
    ///   which takes less time
    SimInstallation(World world, String name, String where, boolean decodes) {
        this.decodes = decodes;
        this.world = world;
        this.name = name;
        this.machine = new SimMachine(world, where);
        this.disk = new MemoryJournal(this::alive, name, machine, this::write);
        this.spool = new SimSpool(world);
    }

    String name() {
        return name;
    }

    SimMachine machine() {
        return machine;
    }

    MemoryJournal disk() {
        return disk;
    }

    SimSpool spool() {
        return spool;
    }

    void written(RunId run, List<Recorded> events) {
        if (!decodes) {
            written.computeIfAbsent(run, key -> new ArrayList<>()).addAll(events);
        }
    }

    List<Recorded> read(RunId run) throws JournalException {
        return decodes ? disk.read(run) : List.copyOf(written.getOrDefault(run, List.of()));
    }

    void add(SimProcess process) {
        processes.add(process);
    }

    private boolean alive(Owner owner) {
        return processes.stream().anyMatch(it -> it.pid() == owner.pid() && it.alive());
    }

    /// The process that writes may end within it: some of its lines are there, and none counts.
    private void write(int lines, IntConsumer written) {
        if (lines > 0 && world.faults().crashes()) {
            int there = world.dice().below(lines + 1);
            world.log(
                    "disk", "has %d of %d lines when its writer is killed".formatted(there, lines));
            written.accept(there);
            throw new Crash();
        }
    }

    /// Its clock jumps, it sleeps, or it is started again.
    void trouble(Faults faults) {
        if (faults.jumps()) {
            machine.setClock();
        }
        if (machine.asleep()) {
            return;
        }
        if (faults.suspends()) {
            long millis = faults.sleep();
            machine.suspend(millis);
            processes.forEach(it -> it.standStill(millis));
        } else if (faults.restarts()) {
            processes.forEach(SimProcess::kill);
            machine.restart();
        }
    }
}
