package dev.blackstart.reading.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Ends the scanning of a file that is nested deeper than any runbook is; going on would cost time
/// for nothing.
final class TooDeep extends MarkedYamlEngineException {
    static final int DEEPEST = 32;

    TooDeep(Optional<Mark> mark) {
        super(
                "",
                Optional.empty(),
                "lists and maps are nested deeper than "
                        + DEEPEST
                        + " levels, the most that is read",
                mark);
    }
}
