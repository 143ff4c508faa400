package dev.blackstart.door.cli;

import dev.blackstart.run.Person;
import dev.blackstart.view.SampleGates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The surroundings of a command with what a person types decided in advance.
final class Terminal {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final List<Integer> left = new ArrayList<>();
    private final Path cwd;
    private final ByteArrayInputStream in;
    private final boolean terminal;
    private Optional<Consumer<Signals.Signal>> handler = Optional.empty();
    private boolean typedAhead;
    private String locale = "C.UTF-8";

    /// @param typed everything that is typed; it ends the input
    Terminal(Path cwd, boolean terminal, String typed) {
        this.cwd = cwd;
        this.terminal = terminal;
        this.in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    }

    /// What is typed lies ready before anything is asked.
    Terminal ahead() {
        typedAhead = true;
        return this;
    }

    Terminal locale(String name) {
        locale = name;
        return this;
    }

    Surroundings surroundings() {
        return new Surroundings(
                streams(),
                Map.of("HOME", cwd.toString(), "LANG", locale),
                cwd,
                Optional.empty(),
                Clock.fixed(SampleGates.NOW, ZoneOffset.UTC),
                new Person("anna"),
                it -> handler = Optional.of(it),
                left::add);
    }

    Streams streams() {
        return new Streams(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                80,
                24,
                () -> {
                    if (typedAhead) {
                        in.skip(in.available());
                    }
                },
                prompt -> "");
    }

    void signal(Signals.Signal signal) {
        handler.orElseThrow().accept(signal);
    }

    String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
