package dev.blackstart.reading.yaml;

import dev.blackstart.runbook.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads one YAML document into nodes.
public final class Yaml {
    /// More than these are not said of one file's characters and YAML; they would only repeat
    /// themselves.
    static final int MOST_PROBLEMS = 25;

    private static final Set<String> LEAVE_THE_TREE_WHOLE =
            Set.of("duplicate-key", "hidden-character");

    /// What was parsed.
    ///
    /// @param tree empty when it would not be whole, so that checking it would only name
    ///   consequences
    /// @param problems all of them errors
    public record Parsed(Optional<Node> tree, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    private final Source source;
    private final List<Problem> problems = new ArrayList<>();

    private Yaml(Source source) {
        this.source = source;
    }

    /// @param file the name that positions carry
    public static Parsed parse(String file, String text) {
        return new Yaml(new Source(file, text.startsWith("\uFEFF") ? text.substring(1) : text))
                .parse();
    }

    private Parsed parse() {
        if (source.text().length() > Decoding.LARGEST) {
            return new Parsed(
                    Optional.empty(),
                    List.of(
                            Problem.error(
                                    source.at(0),
                                    "file-size",
                                    "the file is larger than 1 MiB, the most that is read")));
        }
        problems.addAll(Decoding.hidden(source));
        Optional<Node> root = tree();
        boolean whole =
                problems.stream().map(Problem::rule).allMatch(LEAVE_THE_TREE_WHOLE::contains);
        return new Parsed(whole ? root : Optional.empty(), problems);
    }

    private Optional<Node> tree() {
        LoadSettings settings = LoadSettings.builder().setLabel(source.file()).build();
        Source shown = new Source(source.file(), visible());
        StreamReader characters = new StreamReader(settings, shown.text());
        try {
            return new Tree(shown, new ParserImpl(settings, characters), problems).document();
        } catch (MarkedYamlEngineException e) {
            problems.add(SyntaxProblem.of(shown, e));
        } catch (YamlEngineException e) {
            problems.add(
                    Problem.error(
                            source.at(0), "yaml-syntax", "this is not YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    /// The text with refused characters made visible, so that the rest is read and said as well.
    /// Each keeps its width, so that places stay true.
    private String visible() {
        StringBuilder text = new StringBuilder();
        source.text()
                .codePoints()
                .forEach(c -> {
                    boolean refused = c != '\r' && Characters.refused(c).isPresent();
                    text.append(
                            refused
                                    ? "\uFFFD".repeat(Character.charCount(c))
                                    : Character.toString(c));
                });
        return text.toString();
    }
}
