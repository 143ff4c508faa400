package dev.blackstart.expression;

import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Snippet;
import dev.blackstart.runbook.StateCondition;
import dev.blackstart.runbook.ValueType;
import dev.cel.bundle.Cel;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;

/// Compiles a condition over the state of one simulated host.
final class StateCompiler {
    private final Snippet snippet;
    private final Map<String, ValueType> state;

    StateCompiler(Snippet snippet, Map<String, ValueType> state) {
        this.snippet = snippet;
        this.state = state;
    }

    Read<StateCondition> compile() {
        Cel cel = Dialect.forState(state);
        CelValidationResult checked = cel.compile(snippet.text());
        Places places = new Places(snippet, checked.getSource());
        if (checked.hasError()) {
            return new Read.Refused<>(
                    new Complaints(places, new StateWords(state)).about(checked.getErrors()));
        }
        try {
            if (!checked.getAst().getResultType().equals(SimpleType.BOOL)) {
                return new Read.Refused<>(
                        List.of(
                                places.error(
                                        0,
                                        "A condition is true or false; this is "
                                                + checked.getAst().getResultType().name()
                                                + "; compare it with something.")));
            }
            return new Read.Accepted<>(
                    new CompiledStateCondition(snippet.text(), cel.createProgram(checked.getAst())),
                    List.of());
        } catch (CelValidationException | CelEvaluationException e) {
            return new Read.Refused<>(List.of(places.error(0, e.getMessage() + ".")));
        }
    }
}
