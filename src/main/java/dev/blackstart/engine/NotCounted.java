package dev.blackstart.engine;

import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;

/// What a person said from another process and what did not count, as the journal keeps it and as
/// that process hears of it.
public final class NotCounted {
    private static final String NOT = ", which did not count: ";
    private static final String ANSWERED = " answered gate ";

    private NotCounted() {}

    static RunEvent.Noted answer(Person by, GateId gate, String why) {
        return note(by + ANSWERED + gate, why);
    }

    static RunEvent.Noted offer(Person by, Person to, String why) {
        return note(by + " offered the gates to " + to, why);
    }

    static RunEvent.Noted reply(Person by, String why) {
        return note(by + " answered an offer", why);
    }

    private static RunEvent.Noted note(String what, String why) {
        return new RunEvent.Noted(what + NOT + why);
    }

    /// Is it about something that this person said?
    public static boolean saidBy(Person person, RunEvent.Noted noted) {
        return noted.text().startsWith(person + " ") && noted.text().contains(NOT);
    }

    /// Is it about this person's answer at a gate?
    public static boolean answeredBy(Person person, RunEvent.Noted noted) {
        return noted.text().startsWith(person + ANSWERED) && noted.text().contains(NOT);
    }
}
