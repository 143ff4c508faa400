package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.ValueType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What all hosts say about one finding at one moment. Hosts that may not testify have left the
/// set.
///
/// @param known values by host
/// @param silent the reason by host that has no answer
/// @param barred the reason by host that may not testify
/// @param mute why the set as a whole says nothing
record Census(
        Moment moment,
        Map<HostName, Sample.Known> known,
        Map<HostName, String> silent,
        Map<HostName, String> barred,
        Optional<String> mute) {
    static Census take(Moment moment, FindingName finding, ValueType type) {
        Map<HostName, Sample.Known> known = new LinkedHashMap<>();
        Map<HostName, String> silent = new LinkedHashMap<>();
        Map<HostName, String> barred = new LinkedHashMap<>();
        for (HostName host : moment.facts().hosts(finding)) {
            switch (moment.facts().sample(finding, host)) {
                case Sample.Known sample -> {
                    if (Types.fits(sample.value(), type)) {
                        known.put(host, sample);
                    } else {
                        silent.put(host, "its value is not " + Types.word(type));
                    }
                }
                case Sample.Unknown unknown -> silent.put(host, unknown.reason());
                case Sample.Inadmissible not -> barred.put(host, not.reason());
            }
        }
        return new Census(
                moment, known, silent, barred, mute(moment, finding, known, silent, barred));
    }

    private static Optional<String> mute(
            Moment moment,
            FindingName finding,
            Map<HostName, Sample.Known> known,
            Map<HostName, String> silent,
            Map<HostName, String> barred) {
        Optional<String> tooFew = moment.facts().tooFewWitnesses(finding);
        if (tooFew.isPresent() || !known.isEmpty() || !silent.isEmpty()) {
            return tooFew;
        }
        return Optional.of(
                barred.isEmpty()
                        ? "no host was asked"
                        : "no host may testify: " + Grouped.byReason(barred));
    }

    Possible answer(Input.OverHosts input) {
        if (mute.isPresent() && input.question() != Question.UNHEARD) {
            return silence(input, input.text() + " is unknown: " + mute.get());
        }
        return switch (input.question()) {
            case ANY, ALL, NONE -> new Majority(this, input).answer();
            case COUNT -> counted(input);
            case UNHEARD -> new Unheard(moment, input).answer();
            case MIN, MAX -> new Extreme(this, input).answer();
        };
    }

    private static Possible silence(Input.OverHosts input, String reason) {
        return input.type() == ValueType.BOOL
                ? Possible.eitherWay(reason)
                : new Possible.Anything(reason);
    }

    private Possible counted(Input.OverHosts input) {
        long yes = saying(true).size();
        long most = yes + silent.size();
        String of = " of " + (known.size() + silent.size());
        if (silent.isEmpty()) {
            String who = yes == 0 ? "" : ": " + statement(saying(true), "true");
            return new Possible.Exactly(yes, input.text() + " is " + yes + of + who);
        }
        return new Possible.Among(
                Stream.iterate(yes, n -> n <= most, n -> n + 1).<Object>map(n -> n).toList(),
                input.text() + " is " + yes + " to " + most + of + ": " + silence());
    }

    List<HostName> saying(boolean value) {
        return known.entrySet().stream()
                .filter(e -> Types.toCel(e.getValue().value()).equals(value))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// `cp1, cp2 say true (3 s ago)`
    String statement(List<HostName> hosts, String what) {
        return Words.hosts(hosts)
                + " "
                + Words.says(hosts)
                + " "
                + what
                + " ("
                + ages(hosts)
                + " ago)";
    }

    /// `cp3 has no answer (connection refused)`
    String silence() {
        return Grouped.silence(silent);
    }

    /// One age when all are the same as people read it, else from the youngest to the oldest.
    String ages(List<HostName> hosts) {
        List<Instant> times =
                hosts.stream()
                        .map(known::get)
                        .filter(java.util.Objects::nonNull)
                        .map(Sample.Known::at)
                        .sorted()
                        .toList();
        String oldest = moment.age(times.getFirst());
        String youngest = moment.age(times.getLast());
        return oldest.equals(youngest) ? oldest : youngest + " to " + oldest;
    }
}
