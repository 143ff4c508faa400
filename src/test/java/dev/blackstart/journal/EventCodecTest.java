package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.FileState;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is in a journal stays readable: each sample is held to a golden file. With `-Dgolden=write`
/// the files are written instead; a changed file means a changed shape, and that means a new
/// version of the type.
class EventCodecTest {
    private static final Path GOLDEN = Path.of("src/test/resources/journal/events");
    private final EventCodec codec = new EventCodec();

    static Set<String> samples() {
        return EventSamples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesAndReadsWhatIsInTheGoldenFile(String name) throws Exception {
        RunEvent event = sample(name);
        String line = new String(codec.encode(event), UTF_8) + "\n";
        Path file = GOLDEN.resolve(name + ".json");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, line);
        }
        assertThat(line).isEqualTo(Files.readString(file));
        assertThat(codec.decode(Files.readAllBytes(file))).isEqualTo(event);
    }

    private static RunEvent sample(String name) {
        RunEvent event = EventSamples.all().get(name);
        if (event == null) {
            throw new AssertionError("no sample named " + name);
        }
        return event;
    }

    @Test
    void everyGoldenFileHasASample() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(samples());
        }
    }

    @Test
    void everyTypeOfEventHasASampleNamedAfterIt() {
        Map<String, Class<?>> shapes = new TreeMap<>();
        EventSamples.all()
                .forEach((name, event) -> shapes.put(name.replaceAll("-.*", ""), event.getClass()));
        assertThat(shapes.values())
                .containsExactlyInAnyOrderElementsOf(shapes(RunEvent.class).toList());
    }

    @Test
    void everyCaseOfANestedChoiceIsInASample() {
        String all =
                EventSamples.all().values().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"));
        Set<String> missing = new TreeSet<>();
        for (Class<?> choice :
                List.of(
                        Observation.class,
                        FileState.class,
                        Outcome.class,
                        Reading.class,
                        Value.class)) {
            Arrays.stream(choice.getPermittedSubclasses())
                    .map(shape -> shape.getSimpleName() + "[")
                    .filter(shape -> !all.contains(shape))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /// The records below a choice, those of choices within it included.
    private static Stream<Class<?>> shapes(Class<?> choice) {
        return choice.isRecord()
                ? Stream.of(choice)
                : Arrays.stream(choice.getPermittedSubclasses()).flatMap(EventCodecTest::shapes);
    }

    @Test
    void everyTypeIsStoredUnderItsOwnName() {
        assertThat(shapes(RunEvent.class))
                .allSatisfy(shape ->
                        assertThat(EventTypes.named(shape.getSimpleName()).orElseThrow().shape())
                                .isEqualTo(shape));
    }

    @Test
    void aLineIsAsciiAndHasNoControlCharacters() {
        RunEvent event = EventSamples.noted("ä \u0085 \u001b[2J \r\n \u0000 \udfff 😀");
        assertThat(new String(codec.encode(event), UTF_8)).matches("[ -~]+");
    }

    @Test
    void tenMegabytesAndBrokenTextComeBackAsTheyWere() throws JournalException {
        RunEvent event = EventSamples.noted("x\udfff\u0000ä".repeat(2_500_000));
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @Test
    void sameEventSameBytesWhateverTheOrderOfItsMaps() {
        byte[] once = codec.encode(sample("RunOpened"));
        for (int i = 0; i < 20; i++) {
            assertThat(codec.encode(sample("RunOpened"))).isEqualTo(once);
        }
        assertThat(new String(once, UTF_8))
                .containsSubsequence("inventory.yaml", "runbook/runbook.yaml");
    }

    @ParameterizedTest
    @MethodSource("fromTheFuture")
    void whatANewerVersionWroteIsRefusedAsSuch(String line, String said) {
        assertThatThrownBy(() -> codec.decode(line.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        JournalException.class,
                        e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.NEWER))
                .hasMessage(said);
    }

    static Stream<Object[]> fromTheFuture() {
        return Stream.of(
                new Object[] {
                    "{\"type\":\"LoanSold\",\"v\":1,\"due\":\"P1D\"}",
                    "LoanSold v1 is of a type this version does not know"
                },
                new Object[] {
                    "{\"type\":\"Noted\",\"v\":2,\"text\":\"x\"}",
                    "Noted v2 is of a version this version does not know"
                },
                new Object[] {
                    "{\"type\":\"Noted\",\"v\":1,\"text\":\"x\",\"more\":1}",
                    "Noted v1 is of a shape this version does not know"
                },
                new Object[] {
                    "{\"type\":\"Noted\",\"v\":1}",
                    "Noted v1 is of a shape this version does not know"
                },
                new Object[] {
                    "{\"type\":\"Observed\",\"v\":1,\"step\":\"a\",\"host\":\"b\",\"observation\":{\"type\":\"heard\"}}",
                    "Observed v1 is of a shape this version does not know"
                });
    }

    /// Before gates knew of waves.
    @Test
    void whatIsNoEventIsDamage() {
        for (String line : List.of("", "[]", "{\"type\":", "null", "{} x")) {
            assertThatThrownBy(() -> codec.decode(line.getBytes(UTF_8)))
                    .as(line)
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.DAMAGED));
        }
    }
}
