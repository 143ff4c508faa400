package dev.blackstart.run;

/// The id of a gate within its run, counting from 1.
public record GateId(int number) {
    @Override
    public String toString() {
        return "G" + number;
    }
}
