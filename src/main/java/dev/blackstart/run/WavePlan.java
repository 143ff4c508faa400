package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.List;

/// How an approved action goes over its hosts, as the gate shows it and an approval binds it.
///
/// @param of how many waves the step goes in altogether, those included that went out before
/// @param waves the waves that are still to go, in order
/// @param terms what holds between them, one sentence each
public record WavePlan(int of, List<Wave> waves, List<String> terms) {
    /// @param number counted from 1 over the whole step
    public record Wave(int number, List<HostName> hosts) {
        public Wave {
            hosts = List.copyOf(hosts);
        }
    }

    public WavePlan {
        waves = List.copyOf(waves);
        terms = List.copyOf(terms);
    }

    /// What an approval is bound to.
    List<String> parts() {
        List<String> parts = new ArrayList<>(List.of("waves", Integer.toString(of)));
        for (Wave wave : waves) {
            parts.add("wave " + wave.number());
            wave.hosts().forEach(host -> parts.add(host.value()));
        }
        parts.add("terms");
        parts.addAll(terms);
        return parts;
    }

    /// The same for some of the hosts; waves keep their numbers. A host it does not know goes last.
    WavePlan only(List<HostName> hosts) {
        List<Wave> left = new ArrayList<>();
        List<HostName> unplanned = new ArrayList<>(hosts);
        for (Wave wave : waves) {
            List<HostName> going = wave.hosts().stream().filter(hosts::contains).toList();
            unplanned.removeAll(going);
            if (!going.isEmpty()) {
                left.add(new Wave(wave.number(), going));
            }
        }
        if (!unplanned.isEmpty()) {
            left.add(new Wave(of + 1, unplanned));
        }
        return new WavePlan(unplanned.isEmpty() ? of : of + 1, left, terms);
    }
}
