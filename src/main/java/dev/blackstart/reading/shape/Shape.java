package dev.blackstart.reading.shape;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// What may stand behind a key. The check of a file and the JSON Schema both walk these.
public sealed interface Shape {
    /// A text that is not empty.
    ///
    /// @param lines may it have several lines
    record Words(boolean lines) implements Shape {}

    /// A text of a given form.
    ///
    /// @param what the form in words, such as `a name in snake_case`
    /// @param pattern a regular expression that Java and ECMAScript read alike
    record Form(String what, String pattern) implements Shape {}

    /// An expression; `true` and `false` need no quotes.
    record Expression() implements Shape {}

    /// A length of time such as `90s`.
    record Length(Duration least, Duration most) implements Shape {}

    record Whole(long least, long most) implements Shape {}

    record YesNo() implements Shape {}

    record OneOf(List<String> words) implements Shape {
        public OneOf {
            words = List.copyOf(words);
        }
    }

    /// A text, number or truth value, whose meaning another key decides.
    record Value() implements Shape {}

    /// @param least how many there must be
    record ListOf(Shape item, int least) implements Shape {}

    /// Free keys of one form.
    record MapOf(Form key, Shape value, int least) implements Shape {}

    record Fields(Table table) implements Shape {}

    /// One of several tables, told apart by their first key.
    ///
    /// @param tables given late, so that tables may contain each other
    record Kinds(String what, Supplier<List<Table>> tables) implements Shape {}

    /// Any of these.
    ///
    /// @param what the choice in words, such as `a whole number or a percentage`
    record Any(String what, List<Shape> shapes) implements Shape {
        public Any {
            shapes = List.copyOf(shapes);
        }
    }

    static Shape words() {
        return new Words(false);
    }

    static Shape prose() {
        return new Words(true);
    }

    static Shape listOf(Shape item) {
        return new ListOf(item, 1);
    }
}
