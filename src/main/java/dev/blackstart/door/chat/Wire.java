package dev.blackstart.door.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.blackstart.view.Escaped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// JSON as a platform sends it: keys that we do not know are left alone, but for our own webhook.
final class Wire {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(32)
                                                    .build())
                                    .build())
                    .build();

    private Wire() {}

    /// An empty object for what is no JSON object.
    static JsonNode read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? node : MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        }
    }

    /// What to say of the first key that is none of these; empty when there is none.
    static Optional<String> strange(JsonNode object, Set<String> known) {
        return object.propertyStream()
                .map(Map.Entry::getKey)
                .filter(key -> !known.contains(key))
                .findFirst()
                .map(key ->
                        "The key %s is not known here; allowed are %s."
                                .formatted(
                                        Escaped.line(key, 40),
                                        known.stream().sorted().collect(Collectors.joining(", "))));
    }

    /// The texts of an object.
    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> {
                    if (field.getValue().isTextual()) {
                        texts.put(field.getKey(), field.getValue().textValue());
                    }
                });
        return texts;
    }
}
