package dev.blackstart.reading.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a table of keys as JSON Schema, draft 2020-12. Every table becomes a definition of its
/// own.
public final class SchemaWriter {
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private SchemaWriter() {}

    public static String write(Table root, String title) {
        SchemaWriter writer = new SchemaWriter();
        Map<String, Object> body = writer.object(root);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.putAll(new TreeMap<>(body));
        schema.put("$defs", writer.definitions);
        return Json.write(schema);
    }

    private Map<String, Object> object(Table table) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : table.keys()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.help());
            property.putAll(new TreeMap<>(shape(key.shape())));
            properties.put(key.name(), property);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("additionalProperties", false);
        List<String> required = table.keys().stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        List<Object> rules = table.rules().stream().map(rule -> (Object) rule(rule)).toList();
        if (!rules.isEmpty()) {
            object.put("allOf", rules);
        }
        return object;
    }

    private Map<String, Object> shape(Shape shape) {
        return switch (shape) {
            case Shape.Words words -> Map.of("type", "string", "pattern", "\\S");
            case Shape.Form form -> Map.of("type", "string", "pattern", form.pattern());
            case Shape.Expression e ->
                    Map.of("type", List.of("string", "boolean"), "pattern", "\\S");
            case Shape.Length length -> Map.of("type", "string", "pattern", Durations.PATTERN);
            case Shape.Whole whole ->
                    Map.of("type", "integer", "minimum", whole.least(), "maximum", whole.most());
            case Shape.YesNo yesNo -> Map.of("type", "boolean");
            case Shape.OneOf oneOf -> Map.of("enum", oneOf.words());
            case Shape.Value value -> Map.of("type", List.of("string", "number", "boolean"));
            case Shape.ListOf list ->
                    Map.of("type", "array", "minItems", list.least(), "items", shape(list.item()));
            case Shape.MapOf map ->
                    Map.of(
                            "type", "object",
                            "minProperties", map.least(),
                            "propertyNames", Map.of("pattern", map.key().pattern()),
                            "additionalProperties", shape(map.value()));
            case Shape.Fields fields -> reference(fields.table());
            case Shape.Kinds kinds -> kinds(kinds.tables().get());
            case Shape.Any any -> Map.of("anyOf", any.shapes().stream().map(this::shape).toList());
        };
    }

    private Map<String, Object> reference(Table table) {
        if (!definitions.containsKey(table.name())) {
            definitions.put(table.name(), Map.of());
            definitions.put(table.name(), object(table));
        }
        return Map.of("$ref", "#/$defs/" + table.name());
    }

    /// The first key of a table tells its kind, so that an editor says what is wrong with that kind
    /// only. A kind's key may be an ordinary key of another kind, which then goes first.
    private Map<String, Object> kinds(List<Table> tables) {
        List<Object> branches = new ArrayList<>();
        for (Table table : tables) {
            String kind = table.keys().getFirst().name();
            List<Object> others =
                    tables.stream()
                            .filter(other -> !other.equals(table) && other.key(kind).isPresent())
                            .map(other -> other.keys().getFirst().name())
                            .map(name -> (Object) Map.of("required", List.of(name)))
                            .toList();
            Map<String, Object> condition = new LinkedHashMap<>();
            condition.put("required", List.of(kind));
            if (!others.isEmpty()) {
                condition.put("not", Map.of("anyOf", others));
            }
            branches.add(Map.of("if", condition, "then", reference(table)));
        }
        List<Object> any =
                tables.stream()
                        .map(table -> table.keys().getFirst().name())
                        .map(kind -> (Object) Map.of("required", List.of(kind)))
                        .toList();
        return Map.of("type", "object", "anyOf", any, "allOf", branches);
    }

    private static Map<String, Object> rule(Rule rule) {
        return switch (rule) {
            case Rule.ExactlyOne one ->
                    Map.of(
                            "oneOf",
                            one.keys().stream()
                                    .map(key -> Map.of("required", List.of(key)))
                                    .toList());
            case Rule.AnyOf any ->
                    Map.of(
                            "anyOf",
                            any.keys().stream()
                                    .map(key -> Map.of("required", List.of(key)))
                                    .toList());
            case Rule.Needs needs ->
                    Map.of("dependentRequired", Map.of(needs.key(), needs.others()));
            case Rule.Excludes excludes ->
                    Map.of(
                            "dependentSchemas",
                            Map.of(
                                    excludes.key(),
                                    Map.of(
                                            "not",
                                            Map.of(
                                                    "anyOf",
                                                    excludes.others().stream()
                                                            .map(k ->
                                                                    Map.of("required", List.of(k)))
                                                            .toList()))));
            case Rule.NeededBy needed ->
                    Map.of(
                            "if", having(needed.key(), needed.values()),
                            "then", Map.of("required", List.of(needed.needed())));
            case Rule.OnlyWith only ->
                    Map.of(
                            "dependentSchemas",
                            Map.of(only.key(), having(only.by(), only.values())));
        };
    }

    private static Map<String, Object> having(String key, List<String> values) {
        return Map.of("required", List.of(key), "properties", Map.of(key, Map.of("enum", values)));
    }
}
