package dev.blackstart.run;

import java.time.Instant;
import java.util.Optional;

/// Who answers the gates of a run: one person at a time, whoever else watches. Begins with whoever
/// opened or resumed the run, and changes hands by an offer that is accepted.
public final class Wheel {
    /// Whose hand is on it, and since when.
    public record Hand(Person person, Instant since) {}

    private Optional<Hand> began = Optional.empty();
    private Optional<Hand> taken = Optional.empty();
    private Optional<RunEvent.WheelOffered> offer = Optional.empty();

    Wheel() {}

    /// The run was opened or taken up again: what was handed over before counts no longer.
    void begins(Person by, Instant at) {
        began = Optional.of(new Hand(by, at));
        taken = Optional.empty();
        offer = Optional.empty();
    }

    void offered(RunEvent.WheelOffered event) {
        offer = Optional.of(event);
    }

    void declined() {
        offer = Optional.empty();
    }

    void taken(Person by, Instant at) {
        taken = Optional.of(new Hand(by, at));
        offer = Optional.empty();
    }

    public Optional<Person> holder() {
        return hand().map(Hand::person);
    }

    public Optional<Hand> hand() {
        return taken.or(() -> began);
    }

    /// Who opened the run or took it up last, whoever answers its gates since.
    public Optional<Person> beganBy() {
        return began.map(Hand::person);
    }

    /// An offer nobody has answered yet.
    public Optional<RunEvent.WheelOffered> offer() {
        return offer;
    }

    /// Why a person's answer does not count, in one sentence; empty when it does. The second yes at
    /// a gate that needs two people comes from somebody else by its nature, and whoever could say
    /// it may say no.
    ///
    /// @param here the answer comes from the process that carries the run out, where whoever began
    ///   it sits, under whatever name
    public Optional<String> refusal(Optional<Gate> gate, String choice, Person by, boolean here) {
        boolean mine = taken.isEmpty() && here || holder().filter(by::equals).isPresent();
        boolean second = gate.filter(it -> it.people() > 1 && ofApproval(it, choice)).isPresent();
        return mine || second
                ? Optional.empty()
                : Optional.of(
                        "%s answers the gates of this run; `blackstart hand-over --to %s`, typed by them, offers that to you."
                                .formatted(
                                        holder().map(Person::name).orElse("somebody else"),
                                        by.name()));
    }

    private static boolean ofApproval(Gate gate, String choice) {
        return gate.yes(choice) || gate.yes(Gate.YES) && gate.fallback().equals(choice);
    }

    /// Why an offer, an acceptance or a refusal of the wheel does not count; empty when it does.
    ///
    /// @param to the person it is offered to; empty when `by` answers an offer
    public Optional<String> refusal(Person by, Optional<Person> to) {
        if (to.isEmpty()) {
            return offer.filter(it -> it.to().equals(by)).isPresent()
                    ? Optional.empty()
                    : Optional.of("Nobody has offered this run to " + by + ".");
        }
        if (holder().filter(by::equals).isEmpty()) {
            return Optional.of(
                    "%s cannot hand this run over; %s answers its gates."
                            .formatted(by, holder().map(Person::name).orElse("nobody")));
        }
        return to.get().equals(by)
                ? Optional.of(by + " answers its gates already.")
                : Optional.empty();
    }
}
