package dev.blackstart.expression;

import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.ValueType;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.Map;

/// Our two settings of CEL, and the limits both share: 2,000 characters, nesting of 32, loops of
/// 10,000 rounds.
final class Dialect {
    /// Most characters of one expression.
    static final int LONGEST = 2_000;

    /// Inputs of each type that one condition may use; stands for every name the condition
    /// mentions.
    static final int MOST_INPUTS = 100;

    private static final Cel CONDITIONS = conditions();

    private Dialect() {}

    private static CelBuilder builder() {
        CelOptions options =
                CelOptions.current()
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(32)
                        .comprehensionMaxIterations(10_000)
                        .enableHeterogeneousNumericComparisons(true)
                        .build();
        return CelFactory.legacyCelBuilder()
                .setOptions(options)
                .addCompilerLibraries(CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.strings());
    }

    /// For conditions: no macros, and a stock of typed variables that stand for findings,
    /// hypotheses and steps.
    static Cel forConditions() {
        return CONDITIONS;
    }

    private static Cel conditions() {
        CelBuilder builder = builder();
        for (ValueType type : ValueType.values()) {
            for (int i = 0; i < MOST_INPUTS; i++) {
                builder.addVar(variable(type, i), celType(type));
            }
        }
        return builder.build();
    }

    static String variable(ValueType type, int number) {
        return "input_" + type.name() + "_" + number;
    }

    /// For a finding over one command's result.
    static Cel forMeasures(Map<String, ParameterType> parameters) {
        CelBuilder builder =
                builder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addVar("exit", SimpleType.INT)
                        .addVar("stdout", SimpleType.STRING)
                        .addVar("stderr", SimpleType.STRING)
                        .addVar("lines", ListType.create(SimpleType.STRING))
                        .addVar("json", SimpleType.DYN)
                        .addVar("duration", SimpleType.DURATION)
                        .addVar("timed_out", SimpleType.BOOL)
                        .addVar("host.name", SimpleType.STRING)
                        .addVar("host.address", SimpleType.STRING);
        parameters.forEach((name, type) ->
                Types.ofParameter(type)
                        .ifPresent(t -> builder.addVar("params." + name, celType(t))));
        return builder.build();
    }

    /// For a condition over the state of one simulated host.
    static Cel forState(Map<String, ValueType> state) {
        CelBuilder builder =
                builder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addVar("host.name", SimpleType.STRING);
        state.forEach((name, type) -> builder.addVar("state." + name, celType(type)));
        return builder.build();
    }

    static CelType celType(ValueType type) {
        return switch (type) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
        };
    }
}
