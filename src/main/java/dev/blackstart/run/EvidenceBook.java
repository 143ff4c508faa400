package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.StepId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What checks and people have said so far: the newest word of each host on each check.
public final class EvidenceBook {
    private record Place(StepId step, HostName host) {}

    /// A host with another boot id than it had before.
    record Reboot(HostName host, String before, String now) {}

    private final Deque<Reboot> untold = new ArrayDeque<>();
    private final List<Recorded> reboots = new ArrayList<>();
    private final Map<StepId, Map<HostName, Evidence>> byCheck = new LinkedHashMap<>();
    private final Map<FindingName, RunEvent.Answered> answers = new HashMap<>();
    private final Map<FindingName, Recorded> answeredAt = new HashMap<>();
    private final Set<Place> underWay = new HashSet<>();
    private final Map<HostName, String> bootIds = new HashMap<>();
    private final Map<ActionKey, Map<StepId, Evidence>> before = new HashMap<>();

    EvidenceBook() {}

    EvidenceBook copy() {
        EvidenceBook copy = new EvidenceBook();
        byCheck.forEach((check, hosts) -> copy.byCheck.put(check, new LinkedHashMap<>(hosts)));
        copy.bootIds.putAll(bootIds);
        return copy;
    }

    /// This book, with the testimony of some hosts taken from an older one.
    EvidenceBook withHostsFrom(EvidenceBook older, Set<HostName> hosts) {
        EvidenceBook mixed = copy();
        mixed.byCheck.values().forEach(byHost -> byHost.keySet().removeAll(hosts));
        older.byCheck.forEach((check, byHost) ->
                byHost.forEach((host, evidence) -> {
                    if (hosts.contains(host)) {
                        mixed.byCheck
                                .computeIfAbsent(check, c -> new LinkedHashMap<>())
                                .put(host, evidence);
                    }
                }));
        return mixed;
    }

    /// Only what was said after an event.
    EvidenceBook after(long sequence) {
        EvidenceBook later = copy();
        later.byCheck
                .values()
                .forEach(hosts -> hosts.values().removeIf(e -> e.sequence() <= sequence));
        later.answers.putAll(answers);
        later.answeredAt.putAll(answeredAt);
        return later;
    }

    /// Something is sent to a host: what it had said until then is kept.
    ///
    /// @param since sequence of the last event that may have changed that host; what it said before
    ///   then is not how it was
    void sending(ActionKey action, long since) {
        Map<StepId, Evidence> said = new HashMap<>();
        byCheck.forEach((check, hosts) -> {
            Evidence newest = hosts.get(action.host());
            if (newest != null && newest.sequence() > since) {
                said.put(check, newest);
            }
        });
        before.putIfAbsent(action, said);
    }

    /// With the testimony of a host as it was when something was sent there.
    EvidenceBook asBefore(ActionKey action) {
        EvidenceBook then = copy();
        then.answers.putAll(answers);
        then.answeredAt.putAll(answeredAt);
        then.byCheck.values().forEach(hosts -> hosts.remove(action.host()));
        before.getOrDefault(action, Map.of())
                .forEach((check, said) ->
                        then.byCheck
                                .computeIfAbsent(check, any -> new LinkedHashMap<>())
                                .put(action.host(), said));
        return then;
    }

    /// A host whose boot id differs between this book and a later one.
    Optional<HostName> rebootedIn(EvidenceBook later) {
        return bootIds.entrySet().stream()
                .filter(boot ->
                        !boot.getValue()
                                .equals(later.bootIds.getOrDefault(boot.getKey(), boot.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    void started(StepId step, HostName host) {
        underWay.add(new Place(step, host));
    }

    void observed(Recorded recorded, RunEvent.Observed event) {
        underWay.remove(new Place(event.step(), event.host()));
        bootId(event.observation()).ifPresent(boot -> booted(event.host(), boot));
        byCheck.computeIfAbsent(event.step(), step -> new LinkedHashMap<>())
                .put(
                        event.host(),
                        new Evidence(event.observation(), recorded.at(), recorded.sequence()));
    }

    private static Optional<String> bootId(Observation observation) {
        return observation instanceof Observation.Seen seen ? seen.bootId() : Optional.empty();
    }

    /// The check is another one from now on.
    void forget(StepId check) {
        byCheck.remove(check);
    }

    /// A reboot voids all evidence of a host.
    void booted(HostName host, String boot) {
        String before = bootIds.put(host, boot);
        if (before != null && !before.equals(boot)) {
            untold.addLast(new Reboot(host, before, boot));
            byCheck.values().forEach(hosts -> hosts.remove(host));
        }
    }

    /// Those that any check was about.
    Set<HostName> hosts() {
        Set<HostName> hosts = new HashSet<>();
        byCheck.values().forEach(words -> hosts.addAll(words.keySet()));
        return hosts;
    }

    /// The boot id a host was last seen with.
    public Optional<String> boot(HostName host) {
        return Optional.ofNullable(bootIds.get(host));
    }

    /// The first reboot that was seen and has not become an event of its own yet.
    Optional<Reboot> untold() {
        return Optional.ofNullable(untold.peekFirst());
    }

    void told(Recorded recorded) {
        untold.pollFirst();
        reboots.add(recorded);
    }

    /// Every reboot that was seen, oldest first; the events are `Rebooted`.
    List<Recorded> reboots() {
        return Collections.unmodifiableList(reboots);
    }

    /// The hosts that were rebooted after an event though no action was to do it.
    List<HostName> rebootedUnasked(long after) {
        return reboots.stream()
                .filter(recorded -> recorded.sequence() > after)
                .map(recorded -> (RunEvent.Rebooted) recorded.event())
                .filter(reboot -> !reboot.asked())
                .map(RunEvent.Rebooted::host)
                .distinct()
                .toList();
    }

    void answered(Recorded recorded, RunEvent.Answered event) {
        answers.put(event.finding(), event);
        answeredAt.put(event.finding(), recorded);
    }

    /// After a restart nothing is under way; checks are asked again freely.
    void forgetUnderWay() {
        underWay.clear();
    }

    public boolean underWay(StepId step, HostName host) {
        return underWay.contains(new Place(step, host));
    }

    public Optional<Evidence> of(StepId check, HostName host) {
        return Optional.ofNullable(byCheck.getOrDefault(check, Map.of()).get(host));
    }

    public Map<HostName, Evidence> of(StepId check) {
        return Collections.unmodifiableMap(byCheck.getOrDefault(check, Map.of()));
    }

    /// The newest word of a host on each check.
    List<Evidence> of(HostName host) {
        return byCheck.values().stream()
                .map(hosts -> hosts.get(host))
                .filter(Objects::nonNull)
                .toList();
    }

    public Optional<RunEvent.Answered> answer(FindingName finding) {
        return Optional.ofNullable(answers.get(finding));
    }

    public Optional<Recorded> answerRecorded(FindingName finding) {
        return Optional.ofNullable(answeredAt.get(finding));
    }
}
