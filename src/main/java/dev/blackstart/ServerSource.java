package dev.blackstart;

import dev.blackstart.door.cli.Places;
import dev.blackstart.door.cli.ProcessSurroundings;
import dev.blackstart.door.cli.Streams;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.door.cli.Welcome;
import dev.blackstart.door.http.ServiceSource;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.service.Service;
import dev.blackstart.service.SshErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes the service that the doors of this process stand in front of.
public final class ServerSource implements ServiceSource {
    /// Its address for people, where that is not the one it listens on.
    static final String SEEN_AS = "blackstart.serve.seen-as";

    /// The folder of the journal as the command named it.
    static final String STATE_AS_NAMED = "blackstart.serve.state-as-named";

    @Override
    public Service open(Function<String, Optional<String>> configuration) {
        Places places = ServerPlaces.read(configuration);
        Surroundings surroundings = alone(ProcessSurroundings.take());
        Journal journal = opened(places);
        SshErrors errors = new SshErrors();
        return new Service(
                new dev.blackstart.service.Places(
                        places.runbooks(),
                        places.inventory(),
                        places.journal(),
                        places.templates()),
                journal,
                new ServiceCarrier(surroundings, places, journal, errors::saw),
                errors,
                surroundings.clock(),
                EngineOperations.VERSION);
    }

    /// Only to a person: what nobody reads would fill a log.
    @Override
    public void greet(
            Service service, String base, Function<String, Optional<String>> configuration) {
        Surroundings process = ProcessSurroundings.take();
        if (process.streams().terminal()) {
            List<String> lines =
                    new Welcome(
                                    configuration.apply(SEEN_AS).orElse(base),
                                    configuration.apply(STATE_AS_NAMED).map(Path::of),
                                    process.person().name())
                            .lines(service.tokens().all(), process.clock().instant());
            process.streams().out().println(String.join("\n", lines)); // at once: a log writes, too
        }
    }

    private static Journal opened(Places places) {
        try {
            return SqliteJournal.open(places.journal());
        } catch (JournalException e) {
            throw Refusals.opening(e, places.journal());
        }
    }

    /// Nobody sits at a server, even where it was started from a terminal.
    private static Surroundings alone(Surroundings process) {
        Streams streams = process.streams();
        return new Surroundings(
                new Streams(
                        streams.in(),
                        streams.out(),
                        streams.err(),
                        false,
                        streams.columns(),
                        streams.rows(),
                        () -> {},
                        prompt -> ""),
                process.env(),
                process.cwd(),
                process.home(),
                process.clock(),
                process.person(),
                process.signals(),
                process.leaveNow());
    }
}
