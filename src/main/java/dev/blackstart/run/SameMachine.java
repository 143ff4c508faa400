package dev.blackstart.run;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Several names for what may be one machine: what is done to one is then done to all of them, and
/// a batch of one is none. Told by the pinned host key, and by the boot id, which Linux draws at
/// random for each boot (`/proc/sys/kernel/random/boot_id`). Clones of one image share their
/// machine id and often their host key; only a machine and its containers share a boot id. One of
/// them may be the machine that this tool runs on.
final class SameMachine {
    private final Moment moment;
    private final List<HostName> hosts;

    private SameMachine(Moment moment, List<HostName> hosts) {
        this.moment = moment;
        this.hosts = hosts;
    }

    /// What a person must know before it is sent to these hosts. The hosts of a drill or a
    /// rehearsal share one machine because they were made so.
    static List<String> cautions(Moment moment, List<HostName> hosts) {
        return moment.plan().mode() == Mode.LIVE
                ? new SameMachine(moment, hosts).sentences()
                : List.of();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Set<List<HostName>> told = new LinkedHashSet<>();
        for (List<HostName> names : alike(this::key)) {
            told.add(names);
            sentences.add(sentence(names, "host key"));
        }
        for (List<HostName> names : alike(moment.state().evidence()::boot)) {
            if (told.add(names)) {
                sentences.add(sentence(names, "boot id"));
            }
        }
        List<HostName> own = hosts.stream().filter(this::runsThisTool).toList();
        if (!own.isEmpty()) {
            sentences.add(own(own));
        }
        return sentences;
    }

    /// It shows the boot id that the process carrying this run out reads of its own machine.
    private boolean runsThisTool(HostName host) {
        Optional<String> own =
                moment.state().last().flatMap(Recorded::clock).map(ClockReading::boot);
        return own.isPresent() && own.equals(moment.state().evidence().boot(host));
    }

    private static String own(List<HostName> hosts) {
        return "%s %s the machine this run is carried out from, or a container of it: what takes it down ends this process too, and the run must be resumed."
                .formatted(Words.hosts(hosts), hosts.size() == 1 ? "is" : "are");
    }

    private Optional<String> key(HostName name) {
        return moment.plan().inventory().host(name).flatMap(Host::hostKey).map(key -> key.base64());
    }

    /// Names of the inventory that show the same, a target among them.
    private List<List<HostName>> alike(Function<HostName, Optional<String>> mark) {
        Map<String, List<HostName>> names = new LinkedHashMap<>();
        for (HostName host : moment.plan().inventory().hosts().keySet()) {
            mark.apply(host)
                    .ifPresent(it -> names.computeIfAbsent(it, key -> new ArrayList<>()).add(host));
        }
        return names.values().stream()
                .filter(group -> group.size() > 1)
                .filter(group -> group.stream().anyMatch(hosts::contains))
                .toList();
    }

    private static String sentence(List<HostName> names, String mark) {
        return "%s show the same %s: one machine under several names, its containers, or clones of one image. What is done to one may be done to all."
                .formatted(Words.hosts(names), mark);
    }
}
