package dev.blackstart.proof.simulation;

/// A defect that is sown into the production code on purpose.
///
/// @param name what it does wrong, in a few words
/// @param file path below `src/main/java/dev/blackstart`
/// @param right a text that is there exactly once
/// @param wrong what stands in its place
public record Mutant(String name, String file, String right, String wrong) {
    @Override
    public String toString() {
        return name;
    }
}
