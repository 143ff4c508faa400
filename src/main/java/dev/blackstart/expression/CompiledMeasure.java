package dev.blackstart.expression;

import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.ValueType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;

/// A measure as a CEL program. What the result lacks is unknown to CEL, whose logic is Kleene's
/// too.
record CompiledMeasure(String text, Position position, ValueType type, CelRuntime.Program program)
        implements Measure {
    @Override
    public Reading take(CheckResult result) {
        ResultVariables variables = new ResultVariables(result, ShellStatus.of(text, result));
        try {
            return reading(program.eval(variables), variables);
        } catch (CelEvaluationException e) {
            return new Reading.Missing(EvaluationTrouble.say(e, text));
        }
    }

    private Reading reading(Object object, ResultVariables variables) {
        if (object instanceof CelUnknownSet) {
            return new Reading.Missing(variables.lacking());
        }
        return Types.fromCel(object, type)
                .<Reading>map(Reading.Taken::new)
                .orElseGet(() -> new Reading.Missing(wrongType(object)));
    }

    private String wrongType(Object object) {
        String wanted =
                type == ValueType.BOOL ? "true or false" : "a value of type " + Types.word(type);
        return text
                + " is "
                + Excerpt.of(Types.shown(object))
                + ", not "
                + wanted
                + "; wrap it as string(…) or int(…), or compare it";
    }
}
