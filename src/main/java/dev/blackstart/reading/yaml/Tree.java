package dev.blackstart.reading.yaml;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Snippet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/// Builds nodes from the parser's events and names everything that is YAML but not allowed.
final class Tree {
    private final Source source;
    private final Parser parser;
    private final List<Problem> problems;

    Tree(Source source, Parser parser, List<Problem> problems) {
        this.source = source;
        this.parser = parser;
        this.problems = problems;
    }

    Optional<Node> document() {
        parser.next();
        Event first = parser.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            problems.add(Problem.error(source.at(0), "yaml-empty", "the file is empty"));
            return Optional.empty();
        }
        Node root = node(parser.next(), 1);
        parser.next();
        Event after = parser.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            error(
                    start(after),
                    "yaml-documents",
                    "a second document starts here; a file holds one, so remove the `---` before it");
        }
        return Optional.of(root);
    }

    private Node node(Event event, int depth) {
        refuseMarkup(event);
        return switch (event.getEventId()) {
            case SequenceStart -> items(event, depth);
            case MappingStart -> fields(event, depth);
            case Scalar -> scalar((ScalarEvent) event);
            default -> new Node.Scalar(new Literal("", start(event)), start(event), false);
        };
    }

    private Node items(Event opening, int depth) {
        checkDepth(opening, depth);
        List<Node> items = new ArrayList<>();
        for (Event e = parser.next(); e.getEventId() != Event.ID.SequenceEnd; e = parser.next()) {
            items.add(node(e, depth + 1));
        }
        return new Node.Items(items, start(opening));
    }

    private Node fields(Event opening, int depth) {
        checkDepth(opening, depth);
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        for (Event e = parser.next(); e.getEventId() != Event.ID.MappingEnd; e = parser.next()) {
            Node key = node(e, depth + 1);
            Node value = node(parser.next(), depth + 1);
            if (key instanceof Node.Scalar name && allowed(name)) {
                put(fields, new Node.Field(name.text(), name.position(), value));
            } else if (!(key instanceof Node.Scalar)) {
                error(key.position(), "yaml-key", "a list or map cannot be a key; write a name");
            }
        }
        return new Node.Fields(List.copyOf(fields.values()), start(opening));
    }

    private void put(Map<String, Node.Field> fields, Node.Field field) {
        Node.Field earlier = fields.putIfAbsent(field.key(), field);
        if (earlier != null) {
            error(
                    field.position(),
                    "duplicate-key",
                    "the key `%s` stands here a second time; the first is in line %d, keep one of them"
                            .formatted(field.key(), earlier.position().line()));
        }
    }

    private boolean allowed(Node.Scalar key) {
        if (key.plain() && key.text().equals("<<")) {
            error(
                    key.position(),
                    "yaml-merge",
                    "merge keys (`<<`) are not allowed; write the keys out where they apply");
            return false;
        }
        Optional<String> strange =
                key.text()
                        .codePoints()
                        .filter(c -> c > 0x7E && c != 0xFFFD)
                        .mapToObj(c -> Character.toString(c) + " (" + Characters.named(c) + ")")
                        .findFirst();
        strange.ifPresent(c ->
                error(
                        key.position(),
                        "yaml-key",
                        "the key `%s` contains %s; keys are written in ASCII letters"
                                .formatted(key.text(), c)));
        return strange.isEmpty();
    }

    private Node scalar(ScalarEvent event) {
        int from = index(event.getStartMark());
        int to = index(event.getEndMark());
        Snippet snippet =
                ScalarSnippet.of(source, event.getValue(), event.getScalarStyle(), from, to);
        Characters.firstRefused(event.getValue())
                .ifPresent(what ->
                        error(
                                source.at(from),
                                "hidden-character",
                                "this text contains %s, written as an escape; remove it"
                                        .formatted(what)));
        return new Node.Scalar(snippet, source.at(from), event.isPlain());
    }

    private void refuseMarkup(Event event) {
        if (event instanceof AliasEvent alias) {
            error(
                    start(event),
                    "yaml-alias",
                    "`*%s` is a YAML alias, which is not allowed; write the value out, or put a text that starts with `*` in quotes"
                            .formatted(alias.getAlias()));
            return;
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            error(
                    start(event),
                    "yaml-anchor",
                    "`&%s` is a YAML anchor, which is not allowed; remove it, or put a text that starts with `&` in quotes"
                            .formatted(node.getAnchor().get()));
        }
        tag(event)
                .ifPresent(tag ->
                        error(
                                start(event),
                                "yaml-tag",
                                "`%s` is read as a YAML tag, which is not allowed; put a text that starts with `!` in quotes"
                                        .formatted(tag.replace("tag:yaml.org,2002:", "!!"))));
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private void checkDepth(Event opening, int depth) {
        if (depth > TooDeep.DEEPEST) {
            throw new TooDeep(opening.getStartMark());
        }
    }

    private void error(Position position, String rule, String message) {
        if (problems.size() < Yaml.MOST_PROBLEMS) {
            problems.add(Problem.error(position, rule, message));
        }
    }

    private Position start(Event event) {
        return source.at(index(event.getStartMark()));
    }

    private int index(Optional<Mark> mark) {
        return mark.map(m -> Math.min(source.offset(m.getIndex()), source.text().length()))
                .orElse(0);
    }

    private record Literal(String text, Position start) implements Snippet {
        @Override
        public Position at(int offset) {
            return start;
        }
    }
}
