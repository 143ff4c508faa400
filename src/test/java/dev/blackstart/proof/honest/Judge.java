package dev.blackstart.proof.honest;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Holds what a run recorded of an action against what the action noted on its host.
final class Judge {
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    private final boolean receipts;

    /// @param receipts the hosts keep them
    Judge(boolean receipts) {
        this.receipts = receipts;
    }

    Verdict of(Lane.Story story, HostName host, Strike strike) {
        List<String> wrong = new ArrayList<>();
        Optional<Recorded> ended = Optional.empty();
        Optional<Recorded> resolved = Optional.empty();
        int dispatched = 0;
        for (Recorded recorded : story.events()) {
            switch (recorded.event()) {
                case RunEvent.Dispatched it when here(it.action().host(), host, it.purpose()) ->
                        dispatched++;
                case RunEvent.Ended it when here(it.action().host(), host, it.purpose()) -> {
                    ended = Optional.of(recorded);
                    claim(it.outcome(), strike.truth()).ifPresent(wrong::add);
                }
                case RunEvent.Resolved it when here(it.action().host(), host, it.purpose()) -> {
                    resolved = Optional.of(recorded);
                    claim(it.outcome(), strike.truth()).ifPresent(wrong::add);
                    evidence(it).ifPresent(wrong::add);
                }
                default -> {}
            }
        }
        if (dispatched > 1 || strike.truth().begun() > dispatched) {
            wrong.add(
                    "sent %d times, begun %d times".formatted(dispatched, strike.truth().begun()));
        }
        if (dispatched == 1 && ended.isEmpty()) {
            wrong.add("the run ended (%s) and says nothing of it".formatted(story.end()));
        }
        Optional<Recorded> atLast = ended;
        boolean unknown =
                ended.filter(it ->
                                ((RunEvent.Ended) it.event()).outcome() instanceof Outcome.Unknown)
                        .isPresent();
        boolean struck =
                ended.isPresent()
                        && strike.at().filter(at -> !at.isAfter(endedAt(story, host))).isPresent();
        return new Verdict(
                strike.drawn().fault().effect(),
                struck,
                unknown,
                receipts && !strike.drawn().fault().effect().takesTheAnswerAway(),
                resolved.filter(it -> inTime(it, strike)).isPresent() && !story.crew().asked(host),
                story.crew().asked(host),
                denied(resolved.or(() -> atLast)),
                wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong)),
                said(story, host, strike));
    }

    private static boolean denied(Optional<Recorded> last) {
        return last.map(Recorded::event)
                .filter(event ->
                        switch (event) {
                            case RunEvent.Ended it -> it.outcome() instanceof Outcome.Unreachable;
                            case RunEvent.Resolved it ->
                                    it.outcome() instanceof Outcome.Unreachable;
                            default -> false;
                        })
                .isPresent();
    }

    private static boolean here(HostName host, HostName wanted, Purpose purpose) {
        return host.equals(wanted) && purpose == Purpose.ACT;
    }

    private static Instant endedAt(Lane.Story story, HostName host) {
        return story.events().stream()
                .filter(it ->
                        it.event() instanceof RunEvent.Ended ended
                                && here(ended.action().host(), host, ended.purpose()))
                .findFirst()
                .orElseThrow()
                .at();
    }

    /// What a word claims that is not so.
    private static Optional<String> claim(Outcome outcome, Truth truth) {
        OptionalInt status = truth.status();
        boolean so =
                switch (outcome) {
                    case Outcome.Unknown it -> true;
                    case Outcome.Succeeded it -> status.equals(OptionalInt.of(0));
                    case Outcome.Failed it ->
                            status.isPresent()
                                    && status.getAsInt() != 0
                                    && (it.how() + " ")
                                            .startsWith("exit " + status.getAsInt() + " ");
                    case Outcome.Unreachable it -> truth.begun() == 0;
                    case Outcome.TimedOut it -> false;
                    case Outcome.Rehearsed it -> false;
                };
        return so ? Optional.empty() : Optional.of("shown as " + outcome + ", and it is not so");
    }

    /// Nobody but the host has said anything.
    private Optional<String> evidence(RunEvent.Resolved it) {
        if (it.by() == Resolver.PERSON) {
            return Optional.of("resolved by a person who said nothing of the kind");
        }
        return it.by() == Resolver.RECEIPT && !receipts
                ? Optional.of("resolved by a receipt that no host has kept")
                : Optional.empty();
    }

    /// Counted from when the host could be reached again, or from its end when that came later.
    private static boolean inTime(Recorded resolved, Strike strike) {
        Instant end = strike.truth().changed();
        Instant since = strike.back().filter(back -> back.isAfter(end)).orElse(end);
        return Duration.between(since, resolved.at()).compareTo(IN_TIME) <= 0;
    }

    private static String said(Lane.Story story, HostName host, Strike strike) {
        StringBuilder said = new StringBuilder();
        said.append(
                "%s on %s, truth: %s, struck %s, back %s%n"
                        .formatted(
                                strike.drawn(), host, strike.truth(), strike.at(), strike.back()));
        story.events().stream()
                .filter(it -> it.event().toString().contains(host.value()))
                .filter(it -> !(it.event() instanceof RunEvent.Dispatched))
                .map(it -> {
                    String event = it.event().toString();
                    return "    %s %s%n"
                            .formatted(it.at(), event.substring(0, Math.min(400, event.length())));
                })
                .forEach(said::append);
        return said.toString();
    }
}
