package dev.blackstart.expression;

import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Value;
import dev.blackstart.runbook.ValueType;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import java.util.Locale;
import java.util.Optional;

/// How the values and types of the runbook language and those of CEL correspond.
final class Types {
    private Types() {}

    /// Empty for a secret, which no expression may see.
    static Optional<ValueType> ofParameter(ParameterType type) {
        return switch (type) {
            case INT, PORT -> Optional.of(ValueType.INT);
            case DOUBLE -> Optional.of(ValueType.DOUBLE);
            case BOOL -> Optional.of(ValueType.BOOL);
            case TEXT, IP, CIDR, HOST, DNS_NAME, SERVICE_NAME, PATH, DURATION, ENUM ->
                    Optional.of(ValueType.STRING);
            case SECRET -> Optional.empty();
        };
    }

    static Optional<ValueType> of(CelType type) {
        if (type.equals(SimpleType.BOOL)) {
            return Optional.of(ValueType.BOOL);
        }
        if (type.equals(SimpleType.INT)) {
            return Optional.of(ValueType.INT);
        }
        if (type.equals(SimpleType.DOUBLE)) {
            return Optional.of(ValueType.DOUBLE);
        }
        return type.equals(SimpleType.STRING) ? Optional.of(ValueType.STRING) : Optional.empty();
    }

    static Object toCel(Value value) {
        return switch (value) {
            case Value.Bool bool -> bool.value();
            case Value.Whole whole -> whole.value();
            case Value.Real real -> real.value();
            case Value.Words words -> words.value();
        };
    }

    /// Empty when the object is not of that type.
    static Optional<Value> fromCel(Object object, ValueType type) {
        return Optional.ofNullable(
                switch (type) {
                    case BOOL -> object instanceof Boolean b ? new Value.Bool(b) : null;
                    case INT -> object instanceof Long l ? new Value.Whole(l) : null;
                    case DOUBLE -> object instanceof Double d ? new Value.Real(d) : null;
                    case STRING -> object instanceof String s ? new Value.Words(s) : null;
                });
    }

    static boolean fits(Value value, ValueType type) {
        return fromCel(toCel(value), type).isPresent();
    }

    static String word(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /// A value as a sentence shows it: strings in quotes.
    static String shown(Object value) {
        if (value instanceof NullValue) {
            return "null";
        }
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }
}
