package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.blackstart.journal.EventTypes.EventType;
import dev.blackstart.run.ClockReading;
import dev.blackstart.run.RunEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Events as JSON on one line, such as `{"type":"Noted","v":1,"text":"…"}`. The same event always
/// gives the same bytes: fields in the order of the record, keys of maps sorted, times and
/// durations in ISO 8601, everything beyond ASCII escaped, so that broken text survives and
/// printing a line harms no terminal.
public final class EventCodec {
    /// Longest text in an event that is read, in characters.
    private static final int LONGEST_TEXT = 256 * 1024 * 1024;

    /// No event has a field of this name.
    private static final String CLOCK = "clock";

    /// What a stored line says.
    record Stored(RunEvent event, Optional<ClockReading> clock) {}

    /// Made once: it learns the shapes of all events, and never changes afterwards.
    private static final JsonMapper JSON = mapper();

    private static JsonMapper mapper() {
        JsonFactory factory =
                JsonFactory.builder()
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxStringLength(LONGEST_TEXT)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .addModules(StoredNames.module(), StoredShapes.module(), LaterFields.module())
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                        SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    public byte[] encode(RunEvent event) {
        return encode(event, Optional.empty());
    }

    /// @param clock what the clocks of the writer show, in the field `clock`
    byte[] encode(RunEvent event, Optional<ClockReading> clock) {
        EventType type = EventTypes.of(event);
        try {
            return behind(head(type, clock), JSON.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event could not be written as JSON", e);
        }
    }

    private static String head(EventType type, Optional<ClockReading> clock)
            throws JsonProcessingException {
        String head = "{\"type\":\"" + type.name() + "\",\"v\":" + type.version();
        return clock.isPresent() ? head + ",\"clock\":" + words(clock.get()) : head;
    }

    /// As the mapper writes it; every event has one.
    private static String words(ClockReading clock) throws JsonProcessingException {
        return "{\"wall\":\""
                + clock.wall()
                + "\",\"monotonic\":\""
                + clock.monotonic()
                + "\",\"boot\":"
                + JSON.writeValueAsString(clock.boot())
                + "}";
    }

    /// The fields of an event in the same object as what stands at its head.
    private static byte[] behind(String head, byte[] fields) {
        String more = fields.length > "{}".length() ? "," : "";
        byte[] begin = (head + more).getBytes(US_ASCII);
        byte[] line = Arrays.copyOf(begin, begin.length + fields.length - 1);
        System.arraycopy(fields, 1, line, begin.length, fields.length - 1);
        return line;
    }

    /// Reads a stored line.
    ///
    /// @throws JournalException `NEWER` for an event whose type, version or shape this program does
    ///   not know, `DAMAGED` for what is no event at all
    public RunEvent decode(byte[] line) throws JournalException {
        return read(line).event();
    }

    /// The same with what the clocks of its writer showed.
    Stored read(byte[] line) throws JournalException {
        ObjectNode fields = fields(line);
        String name = fields.path("type").asText();
        int version = fields.path("v").asInt();
        EventType type = EventTypes.named(name).orElseThrow(() -> newer(name, version, "type"));
        if (version < 1 || version > type.version()) {
            throw newer(name, version, "version");
        }
        fields.remove("type");
        fields.remove("v");
        OlderShapes.upgrade(name, version, fields);
        LaterFields.fill(name, fields);
        try {
            Optional<ClockReading> clock = clock(fields);
            return new Stored(JSON.treeToValue(fields, type.shape()), clock);
        } catch (JsonProcessingException e) {
            throw new JournalException(
                    JournalException.Kind.NEWER, newer(name, version, "shape").getMessage(), e);
        }
    }

    private static Optional<ClockReading> clock(ObjectNode fields) throws JsonProcessingException {
        JsonNode clock = fields.remove(CLOCK);
        return clock == null
                ? Optional.empty()
                : Optional.of(JSON.treeToValue(clock, ClockReading.class));
    }

    private ObjectNode fields(byte[] line) throws JournalException {
        try {
            JsonNode node = JSON.readTree(line);
            if (node instanceof ObjectNode fields) {
                return fields;
            }
            throw new JournalException(
                    JournalException.Kind.DAMAGED, "a stored event is no JSON object");
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED, "a stored event is not JSON", e);
        }
    }

    private static JournalException newer(String name, int version, String what) {
        return new JournalException(
                JournalException.Kind.NEWER,
                name + " v" + version + " is of a " + what + " this version does not know");
    }
}
