package dev.blackstart.run;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Divides the hosts of an action into waves. Once the first wave went out the division stays: what
/// is left of it is asked for again, so that a run taken up again goes on with the wave it was in.
final class WavePlanning {
    private final Moment moment;
    private final Step.Acting step;
    private final Spread spread;

    WavePlanning(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
        this.spread = step.execution().spread();
    }

    /// Empty when all hosts are sent to at once and nothing more is to be said about that.
    Optional<WavePlan> plan(List<HostName> hosts) {
        if (spread.equals(Spread.ALL_AT_ONCE)) {
            return Optional.empty();
        }
        if (!spread.inWaves()) {
            return Optional.of(new WavePlan(1, List.of(new WavePlan.Wave(1, hosts)), terms()));
        }
        return Optional.of(begun().map(first -> first.only(hosts)).orElseGet(() -> fresh(hosts)));
    }

    /// The division under which the first wave went out.
    private Optional<WavePlan> begun() {
        return moment.state().actions().all().stream()
                .map(ActionProgress::intent)
                .filter(intent -> intent.action().step().equals(step.id()))
                .filter(intent -> intent.purpose() == Purpose.ACT)
                .findFirst()
                .flatMap(intent -> moment.state().gates().gate(intent.gate()))
                .flatMap(Gate::waves);
    }

    private WavePlan fresh(List<HostName> hosts) {
        List<WavePlan.Wave> waves = new ArrayList<>();
        List<HostName> rest = spread.keepQuorum() ? deadFirst(hosts) : hosts;
        for (int i = 0; !rest.isEmpty(); i++) {
            int size = Math.min(spread.size(i, hosts.size()), rest.size());
            for (List<HostName> part : borne(rest.subList(0, size))) {
                waves.add(new WavePlan.Wave(waves.size() + 1, part));
            }
            rest = rest.subList(size, rest.size());
        }
        return new WavePlan(waves.size(), waves, terms());
    }

    /// A member that is not live takes nothing away, and once it is cured there is one more to
    /// spare.
    private List<HostName> deadFirst(List<HostName> hosts) {
        List<HostName> ordered = new ArrayList<>(new Quorum(moment, step).notLive(hosts));
        hosts.stream().filter(host -> !ordered.contains(host)).forEach(ordered::add);
        return ordered;
    }

    /// A wave in parts that a majority can spare when all members are live.
    private List<List<HostName>> borne(List<HostName> wave) {
        if (!spread.keepQuorum()) {
            return List.of(wave);
        }
        List<Group> groups = Quorum.groups(moment.plan(), wave);
        List<List<HostName>> parts = new ArrayList<>();
        List<HostName> rest = new ArrayList<>(wave);
        while (!rest.isEmpty()) {
            List<HostName> part = new ArrayList<>();
            for (HostName host : rest) {
                if (groups.stream().allMatch(group -> spares(group, host, part))) {
                    part.add(host);
                }
            }
            rest.removeAll(part);
            parts.add(part);
        }
        return parts;
    }

    private static boolean spares(Group group, HostName host, List<HostName> part) {
        long taken = part.stream().filter(group.members()::contains).count();
        int spare = Math.max(1, group.members().size() - QuorumCount.majority(group));
        return !group.members().contains(host) || taken < spare;
    }

    private List<String> terms() {
        List<String> terms = new ArrayList<>();
        if (spread.together()) {
            terms.add("all at once: every command goes out before the end of any is waited for");
        }
        if (spread.inWaves()) {
            terms.add("after each wave: " + between());
        }
        spread.stopAfterFailures()
                .ifPresent(most ->
                        terms.add(
                                "nothing more is sent at %d %s; what is unknown counts as one"
                                        .formatted(most, most == 1 ? "failure" : "failures")));
        if (spread.keepQuorum()) {
            terms.add(
                    "members that are live are counted before each wave; it is made smaller where it would take a majority away");
        }
        spread.quorumLoss()
                .ifPresent(reason -> terms.add("losing the quorum is accepted: " + reason));
        return terms;
    }

    private String between() {
        boolean proof = step.execution().verify().isPresent();
        return spread.pause()
                .map(Words::length)
                .map(pause ->
                        proof
                                ? "proven, watched for " + pause + ", proven again"
                                : "a pause of " + pause + "; no proof is written down")
                .orElse(proof ? "proven before the next one goes" : "no proof is written down");
    }
}
