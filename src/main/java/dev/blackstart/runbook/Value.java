package dev.blackstart.runbook;

/// A value of a finding or a parameter.
public sealed interface Value {
    /// The value as people read it.
    String shown();

    record Bool(boolean value) implements Value {
        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }

    record Whole(long value) implements Value {
        @Override
        public String shown() {
            return Long.toString(value);
        }
    }

    record Real(double value) implements Value {
        @Override
        public String shown() {
            return Double.toString(value);
        }
    }

    record Words(String value) implements Value {
        @Override
        public String shown() {
            return value;
        }
    }
}
