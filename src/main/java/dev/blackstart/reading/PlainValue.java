package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Value;
import dev.blackstart.runbook.ValueType;
import java.util.Locale;

/// A value whose type is how it is written: `true`, `97` and `1.5` without quotes are no texts.
final class PlainValue {
    private PlainValue() {}

    static Value of(Node.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return new Value.Words(text);
        }
        if (text.matches("true|false")) {
            return new Value.Bool(Boolean.parseBoolean(text));
        }
        if (text.matches("-?[0-9]{1,18}")) {
            return new Value.Whole(Long.parseLong(text));
        }
        return text.matches("-?[0-9]{1,18}\\.[0-9]{1,18}")
                ? new Value.Real(Double.parseDouble(text))
                : new Value.Words(text);
    }

    static ValueType type(Value value) {
        return switch (value) {
            case Value.Bool bool -> ValueType.BOOL;
            case Value.Whole whole -> ValueType.INT;
            case Value.Real real -> ValueType.DOUBLE;
            case Value.Words words -> ValueType.STRING;
        };
    }

    static String word(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
