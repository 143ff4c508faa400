package dev.blackstart.door.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.blackstart.runbook.Nearest;
import dev.blackstart.service.Refusal;
import dev.blackstart.view.Escaped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The JSON object a request brings. Keys that nobody knows, keys said twice and anything after the
/// object are refused.
final class Body {
    private static final int DEEPEST = 8;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /// @param keys all that it may have; an empty text stands for an empty object
    static Body of(String text, String... keys) {
        JsonNode node = text.isBlank() ? MAPPER.createObjectNode() : parsed(text);
        if (!node.isObject()) {
            throw malformed("The body must be a JSON object.");
        }
        List<String> known = List.of(keys);
        node.fieldNames()
                .forEachRemaining(key -> {
                    if (!known.contains(key)) {
                        throw malformed(unknown(key, known));
                    }
                });
        return new Body(node);
    }

    private static String unknown(String key, List<String> known) {
        String allowed =
                known.isEmpty() ? "no key is allowed" : "allowed are " + String.join(", ", known);
        String near = Nearest.to(key, known).map(it -> " Did you mean " + it + "?").orElse("");
        return "The key %s is not known here; %s.%s"
                .formatted(Escaped.line(key, 40), allowed, near);
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw malformed(
                    "The body is no JSON object: line %d, column %d."
                            .formatted(
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                                    e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
        }
    }

    /// The same text for every spelling of the same object: keys in order, no space between.
    String canonical() {
        try {
            return MAPPER.writeValueAsString(MAPPER.treeToValue(object, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    Optional<String> text(String key) {
        JsonNode value = object.get(key);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw malformed("%s must be a text.".formatted(key));
        }
        return Optional.of(value.textValue());
    }

    String wanted(String key) {
        return text(key)
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> malformed("%s is missing.".formatted(key)));
    }

    boolean truth(String key) {
        JsonNode value = object.get(key);
        if (value != null && !value.isBoolean()) {
            throw malformed("%s must be true or false.".formatted(key));
        }
        return value != null && value.booleanValue();
    }

    boolean has(String key) {
        return object.has(key);
    }

    /// Texts, numbers and truth values as text, in their order.
    Map<String, String> texts(String key) {
        JsonNode value = object.get(key);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value == null) {
            return texts;
        }
        if (!value.isObject()) {
            throw malformed("%s must be an object of texts.".formatted(key));
        }
        value.properties()
                .forEach(field -> {
                    if (!field.getValue().isValueNode() || field.getValue().isNull()) {
                        throw malformed(
                                "%s.%s must be a text, a number, true or false."
                                        .formatted(key, Escaped.line(field.getKey(), 40)));
                    }
                    texts.put(field.getKey(), field.getValue().asText());
                });
        return texts;
    }

    static Refusal malformed(String sentence) {
        return new Refusal(Refusal.Kind.MALFORMED, sentence);
    }
}
