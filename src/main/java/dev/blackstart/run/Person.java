package dev.blackstart.run;

/// Who did something: the operator's name as the machine knows it, such as `anna`.
public record Person(String name) {
    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person needs a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
