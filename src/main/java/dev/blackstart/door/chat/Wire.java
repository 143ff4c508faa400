package dev.blackstart.door.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/// JSON as a platform sends it: keys that we do not know are left alone.
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
