package dev.blackstart.proof.simulation;

import dev.blackstart.journal.Carried;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Spool;
import dev.blackstart.run.RunId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The memory of the machine: it outlives its processes. Now and then it takes nothing, and now and
/// then a line of it is damaged.
final class SimSpool implements Spool {
    private final World world;
    private final Map<RunId, List<String>> held = new HashMap<>();

    SimSpool(World world) {
        this.world = world;
    }

    @Override
    public Optional<String> hold(RunId run, List<Carried> events) {
        if (world.dice().perMille(100)) {
            return Optional.empty();
        }
        held.put(run, new ArrayList<>(events.stream().map(Carried::word).toList()));
        return Optional.of("memory");
    }

    @Override
    public Found find(RunId run) {
        List<Carried> events = new ArrayList<>();
        for (String word : held.getOrDefault(run, List.of())) {
            try {
                boolean damaged = world.dice().perMille(50);
                events.add(Carried.read(damaged ? word.substring(1) : word));
            } catch (JournalException e) {
                return new Found(List.of(), Optional.of(e.getMessage()));
            }
        }
        return new Found(events, Optional.empty());
    }

    @Override
    public void discard(RunId run) {
        held.remove(run);
    }

    @Override
    public void setAside(RunId run) {
        held.remove(run);
    }
}
