package dev.blackstart.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Standard output read as one JSON value, in the types CEL has: whole numbers are int (beyond 64
/// bits double), other numbers double.
final class JsonText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    sealed interface Parsed {
        record Tree(Object value) implements Parsed {}

        record NotJson(String reason) implements Parsed {}
    }

    private JsonText() {}

    static Parsed parse(String text) {
        if (text.isBlank()) {
            return new Parsed.NotJson("stdout is empty, not JSON");
        }
        try {
            return new Parsed.Tree(value(MAPPER.readTree(text)));
        } catch (JsonProcessingException e) {
            return new Parsed.NotJson("stdout is not JSON" + place(e));
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line "
                        + e.getLocation().getLineNr()
                        + ", column "
                        + e.getLocation().getColumnNr()
                        + ")";
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> members(node);
            case ARRAY -> elements(node);
            case STRING, BINARY -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                    node.isIntegralNumber() && node.canConvertToLong()
                            ? (Object) node.longValue()
                            : (Object) node.doubleValue();
            case NULL, MISSING, POJO -> NullValue.NULL_VALUE;
        };
    }

    private static Map<String, Object> members(JsonNode node) {
        Map<String, Object> members = new LinkedHashMap<>();
        node.properties().forEach(entry -> members.put(entry.getKey(), value(entry.getValue())));
        return members;
    }

    private static List<Object> elements(JsonNode node) {
        List<Object> elements = new ArrayList<>(node.size());
        node.forEach(element -> elements.add(value(element)));
        return elements;
    }
}
