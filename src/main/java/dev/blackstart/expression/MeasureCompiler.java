package dev.blackstart.expression;

import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Snippet;
import dev.blackstart.runbook.ValueType;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compiles the expression of a finding over one command's result.
final class MeasureCompiler {
    private final Snippet snippet;
    private final Map<String, ParameterType> parameters;

    MeasureCompiler(Snippet snippet, Map<String, ParameterType> parameters) {
        this.snippet = snippet;
        this.parameters = parameters;
    }

    Read<Measure> compile() {
        Cel cel = Dialect.forMeasures(parameters);
        CelValidationResult checked = cel.compile(snippet.text());
        Places places = new Places(snippet, checked.getSource());
        if (checked.hasError()) {
            return new Read.Refused<>(
                    new Complaints(places, new MeasureWords(parameters))
                            .about(checked.getErrors()));
        }
        try {
            return typed(cel, checked.getAst(), places);
        } catch (CelValidationException | CelEvaluationException e) {
            return new Read.Refused<>(List.of(places.error(0, e.getMessage() + ".")));
        }
    }

    private Read<Measure> typed(Cel cel, CelAbstractSyntaxTree tree, Places places)
            throws CelEvaluationException {
        CelType result = tree.getResultType();
        Optional<ValueType> type =
                result.equals(SimpleType.DYN) ? Optional.of(ValueType.BOOL) : Types.of(result);
        if (type.isEmpty()) {
            return new Read.Refused<>(
                    List.of(
                            places.error(
                                    0,
                                    "A finding is bool, int, double or string; this is "
                                            + result.name()
                                            + ".")));
        }
        return new Read.Accepted<>(
                new CompiledMeasure(
                        snippet.text(), places.start(), type.get(), cel.createProgram(tree)),
                List.of());
    }
}
