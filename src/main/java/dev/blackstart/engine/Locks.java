package dev.blackstart.engine;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.Lock;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Step;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/// What a run must hold before it may begin: every host that a step may act on, and the resources
/// its steps name. Only a live run acts; a drill's world is its own.
public final class Locks {
    private final Plan plan;
    private final Function<Host, ? extends Collection<HostKey>> keys;
    private final Set<Lock> locks = new LinkedHashSet<>();

    private Locks(Plan plan, Function<Host, ? extends Collection<HostKey>> keys) {
        this.plan = plan;
        this.keys = keys;
    }

    /// @param keys the keys a host is known by; a host is its key, whatever it is called
    public static Set<Lock> of(Plan plan, Function<Host, ? extends Collection<HostKey>> keys) {
        Locks locks = new Locks(plan, keys);
        if (plan.mode() == Mode.LIVE) {
            plan.runbook().steps().forEach(locks::step);
        }
        return locks.locks;
    }

    private void step(Step step) {
        if (step instanceof Step.Acting acting) {
            acting.targets().on().in(plan.inventory()).forEach(this::host);
            acting.execution().locks().forEach(name -> locks.add(Lock.resource(name)));
        }
    }

    private void host(HostName name) {
        Host host = plan.inventory().host(name).orElseThrow();
        Collection<HostKey> known = keys.apply(host);
        known.forEach(key -> locks.add(new Lock("key " + key.fingerprint(), name.value())));
        if (known.isEmpty()) {
            locks.add(new Lock("place " + place(host), name.value()));
        }
    }

    /// Behind another jump host the same address is another machine.
    private static String place(Host host) {
        String via = host.jump().map(jump -> " behind " + jump).orElse("");
        return host.address() + " port " + host.port() + via;
    }
}
