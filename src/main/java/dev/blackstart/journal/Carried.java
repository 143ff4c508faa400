package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.journal.JournalException.Kind;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// An event that was seen and could not be recorded, on its way back to its run as one word without
/// blanks: held in a file, or copied by a person. It is sealed: its last part is the SHA-256 over
/// the others, among them the head of the run's chain when it was last written, and the epoch of
/// whoever saw it. So it counts for that run in that state only, and a slip in copying shows. As
/// with the chain itself, a seal does not say who wrote it.
///
/// @param installation whose journal it belongs to
/// @param epoch under which it was seen
/// @param after sequence of the run's newest event then, 0 for none
/// @param head hash of that event
/// @param at when it was seen
/// @param by who carried it over by hand, where somebody did
public record Carried(
        RunId run,
        String installation,
        long epoch,
        long after,
        String head,
        Instant at,
        Optional<Person> by,
        RunEvent event) {
    private static final String FIRST = "bso1";
    private static final int PARTS = 10;
    private static final EventCodec CODEC = new EventCodec();

    /// The head of a run without events.
    public static final String START = Chain.START;

    /// The same, carried over by hand.
    public Carried by(Person person) {
        return new Carried(run, installation, epoch, after, head, at, Optional.of(person), event);
    }

    /// As it is held and printed.
    public String word() {
        String json = Base64.getUrlEncoder().withoutPadding().encodeToString(CODEC.encode(event));
        String parts =
                String.join(
                        ":",
                        FIRST,
                        run.value(),
                        installation,
                        Long.toString(epoch),
                        Long.toString(after),
                        head,
                        URLEncoder.encode(at.toString(), UTF_8),
                        URLEncoder.encode(by.map(Person::name).orElse(""), UTF_8),
                        json);
        return parts + ":" + Digests.sha256(parts.getBytes(UTF_8));
    }

    /// @throws JournalException `DAMAGED` when it is not whole or was changed, `NEWER` when this
    ///   version does not know the event
    public static Carried read(String word) throws JournalException {
        String[] parts = word.strip().split(":", -1);
        if (parts.length != PARTS || !parts[0].equals(FIRST)) {
            throw damaged("it is not one whole word that begins with " + FIRST);
        }
        String sealed = word.strip().substring(0, word.strip().lastIndexOf(':'));
        if (!Digests.sha256(sealed.getBytes(UTF_8)).equals(parts[PARTS - 1])) {
            throw damaged("its seal does not fit: it was changed, or copied with a slip");
        }
        try {
            return new Carried(
                    new RunId(parts[1]),
                    parts[2],
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]),
                    parts[5],
                    Instant.parse(URLDecoder.decode(parts[6], UTF_8)),
                    Optional.of(URLDecoder.decode(parts[7], UTF_8))
                            .filter(name -> !name.isEmpty())
                            .map(Person::new),
                    CODEC.decode(Base64.getUrlDecoder().decode(parts[8])));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new JournalException(
                    Kind.DAMAGED, damaged("a part of it is no such part").getMessage(), e);
        }
    }

    private static JournalException damaged(String why) {
        return new JournalException(Kind.DAMAGED, "the outcome line cannot be used: " + why);
    }
}
