package dev.blackstart.testing;

import static org.awaitility.Awaitility.await;

import dev.blackstart.door.cli.Door;
import dev.blackstart.door.cli.Operations;
import dev.blackstart.door.cli.Ports;
import dev.blackstart.door.cli.Signals;
import dev.blackstart.door.cli.Streams;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A person at a terminal of another machine, which has no journal with anything in it.
public final class Afar {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PipedInputStream in = new PipedInputStream();
    private final PipedOutputStream keys;
    private final Path home;
    private final Map<String, String> env;
    private final String person;
    private volatile Consumer<Signals.Signal> handler = signal -> {};

    public Afar(Path home, String person, Map<String, String> env) {
        this.home = home;
        this.person = person;
        this.env = env;
        try {
            this.keys = new PipedOutputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CompletableFuture<Integer> begin(String... words) {
        return CompletableFuture.supplyAsync(
                () -> new Door(surroundings(), ports()).run(words),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    public int say(String... words) {
        return end(begin(words));
    }

    public static int end(CompletableFuture<Integer> begun) {
        await().atMost(SOON).until(begun::isDone);
        return begun.join();
    }

    public void type(String line) {
        try {
            keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void leave() {
        handler.accept(Signals.Signal.INT);
    }

    public void sees(String text) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> org.assertj.core.api.Assertions.assertThat(flowing()).contains(text));
    }

    /// Lines are broken where the terminal ends.
    public String flowing() {
        return (shown() + complained()).replaceAll("\n(DRILL )?", " ").replaceAll("\\s+", " ");
    }

    public String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Ports ports() {
        Operations none =
                (Operations)
                        Proxy.newProxyInstance(
                                Operations.class.getClassLoader(),
                                new Class<?>[] {Operations.class},
                                (self, method, given) -> {
                                    throw new AssertionError("a run was opened here");
                                });
        return new Ports(SqliteJournal::open, (a, b, c) -> List.of(), none);
    }

    private Surroundings surroundings() {
        Map<String, String> all = new HashMap<>(env);
        all.put("HOME", home.toString());
        all.put("LANG", "C.UTF-8");
        return new Surroundings(
                new Streams(
                        in,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        true,
                        80,
                        24,
                        () -> {},
                        prompt -> ""),
                all,
                home,
                Optional.of(Path.of("").toAbsolutePath()),
                Clock.systemUTC(),
                new Person(person),
                it -> handler = it,
                code -> {});
    }
}
