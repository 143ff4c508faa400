package dev.blackstart.view;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Who has said yes so far to a gate that needs more than one person, as it is told to whoever
/// reads the gate.
///
/// @param people in the order in which they said it
/// @param reader who is asked now, if it is anybody
public record Agreed(List<Person> people, Optional<Person> reader) {
    public static final Agreed NOBODY = new Agreed(List.of(), Optional.empty());

    private static final int NAME = 32;

    public Agreed {
        people = List.copyOf(people);
    }

    public Agreed(Collection<Person> people, Person reader) {
        this(List.copyOf(people), Optional.of(reader));
    }

    /// `anna has said yes; yours is the second of 2`; empty while nobody has.
    Optional<String> sentence(Gate gate) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                reader.filter(people::contains).isPresent()
                        ? "you have said yes; " + missing(gate)
                        : said() + "; " + next(gate, reader.isPresent() ? "yours" : "the next"));
    }

    /// What is said beside the choice that approves; empty when it says nothing new.
    String beside(Gate gate) {
        return people.isEmpty() || reader.filter(it -> !people.contains(it)).isEmpty()
                ? ""
                : "; " + next(gate, "yours");
    }

    private String said() {
        List<String> names = new ArrayList<>();
        people.forEach(person -> names.add(Escaped.line(person.name(), NAME)));
        String last = names.removeLast();
        return names.isEmpty()
                ? last + " has said yes"
                : String.join(", ", names) + " and " + last + " have said yes";
    }

    private String next(Gate gate, String whose) {
        int number = people.size() + 1;
        return whose
                + " is "
                + (number == 2 ? "the second" : number == 3 ? "the third" : "number " + number)
                + " of "
                + gate.people();
    }

    private String missing(Gate gate) {
        int more = gate.people() - people.size();
        return more == 1 && gate.people() == 2
                ? "a second person must say it too"
                : "%d of %d people have, %d more must"
                        .formatted(people.size(), gate.people(), more);
    }
}
