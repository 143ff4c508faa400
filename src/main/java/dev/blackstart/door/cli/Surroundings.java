package dev.blackstart.door.cli;

import dev.blackstart.run.Person;
import dev.blackstart.view.Paragraph;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// What a command needs of the process it runs in.
///
/// @param home the folder of the launcher, when it was started by one
/// @param leaveNow ends the process at once with an exit code; for the second Ctrl-C
public record Surroundings(
        Streams streams,
        Map<String, String> env,
        Path cwd,
        Optional<Path> home,
        Clock clock,
        Person person,
        Signals signals,
        IntConsumer leaveNow) {
    public Surroundings {
        env = Map.copyOf(env);
    }

    /// Where words for people go; what is a file by its nature, such as JSON or a report, goes to
    /// the streams themselves, which are UTF-8.
    PrintStream words() {
        return drawn(streams.out());
    }

    /// Where words go that no program shall take for results.
    public PrintStream complaints() {
        return drawn(streams.err());
    }

    /// One sentence; on a terminal broken at blanks.
    public void say(PrintStream to, String sentence) {
        (streams.terminal() ? Paragraph.flowing(sentence, streams.columns()) : List.of(sentence))
                .forEach(to::println);
    }

    private PrintStream drawn(PrintStream stream) {
        return switch (CharacterSet.of(env)) {
            case UNICODE -> stream;
            case ASCII ->
                    AsciiLines.over(
                            stream, streams.terminal() ? streams.columns() : Integer.MAX_VALUE);
        };
    }

    /// The same process, of somebody who is known elsewhere by another name.
    Surroundings as(Person other) {
        return new Surroundings(streams, env, cwd, home, clock, other, signals, leaveNow);
    }

    /// The same process, in a world with a time of its own.
    Surroundings at(Clock other) {
        return new Surroundings(streams, env, cwd, home, other, person, signals, leaveNow);
    }
}
