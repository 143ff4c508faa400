package dev.blackstart.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.blackstart.reading.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;

/// A YAML tree as JSON, by the YAML 1.2 core schema as an editor sees it.
final class NodeJson {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private NodeJson() {}

    static String of(Node node) throws com.fasterxml.jackson.core.JsonProcessingException {
        return new ObjectMapper().writeValueAsString(json(node));
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Items items -> {
                ArrayNode array = MAKE.arrayNode();
                items.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Node.Fields fields -> {
                ObjectNode object = MAKE.objectNode();
                fields.fields().forEach(field -> object.set(field.key(), json(field.value())));
                yield object;
            }
        };
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return MAKE.textNode(text);
        }
        if (text.matches("|~|null|Null|NULL")) {
            return MAKE.nullNode();
        }
        if (text.matches("true|false|True|False|TRUE|FALSE")) {
            return MAKE.booleanNode(text.equalsIgnoreCase("true"));
        }
        if (text.matches("[-+]?[0-9]+")) {
            return MAKE.numberNode(new BigInteger(text));
        }
        return text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")
                ? MAKE.numberNode(new BigDecimal(text))
                : MAKE.textNode(text);
    }
}
