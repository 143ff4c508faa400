package dev.blackstart.reading.yaml;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What the YAML scanner could not read, in words that say what to do.
final class SyntaxProblem {
    private SyntaxProblem() {}

    static Problem of(Source source, MarkedYamlEngineException e) {
        Position position =
                mark(e).map(mark ->
                                source.at(
                                        Math.min(
                                                source.offset(mark.getIndex()),
                                                source.text().length())))
                        .orElse(source.at(0));
        return e instanceof TooDeep
                ? Problem.error(position, "yaml-depth", e.getProblem())
                : Problem.error(position, "yaml-syntax", sentence(e));
    }

    /// Where something was opened and not closed is of more use than where that was noticed.
    private static Optional<Mark> mark(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        boolean unclosed =
                problem.contains("could not find expected ':'")
                        || problem.contains("end of stream")
                        || problem.contains("',' or");
        return unclosed ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark();
    }

    private static String sentence(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem().toLowerCase(Locale.ROOT);
        if (problem.contains("\\t") || problem.contains("tab")) {
            return "a tab cannot indent or separate here; use blanks";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a colon followed by a blank is not allowed here; check the indentation, or put the text in quotes";
        }
        if (problem.contains("cannot start any token")) {
            return "a text cannot start with this character; put the text in quotes";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a key stands here without its colon; write `key: value`";
        }
        if (problem.contains("<block end>")) {
            return "the indentation changes here without a reason; keys of one level stand in one column";
        }
        if (problem.contains("end of stream") || problem.contains("unexpected end")) {
            return "a text in quotes begins here and does not end; close the quote";
        }
        if (problem.contains("',' or ']'") || problem.contains("',' or '}'")) {
            return "a list or map in brackets begins here and does not end; add the comma or the closing bracket";
        }
        String context = e.getContext() == null ? "" : " " + e.getContext();
        return ("this is not YAML:" + context + ", " + problem).replaceAll("\\s+", " ").strip();
    }
}
