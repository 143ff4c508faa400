package dev.blackstart.proof.honest;

/// How many bytes an exchange without a fault and without output takes each way, from the decision
/// to send until the end is known.
///
/// @param opening what opening a connection adds
record Lengths(int up, int down, int openingUp, int openingDown) {
    int of(Way way, boolean fresh) {
        return switch (way) {
            case UP -> up + (fresh ? openingUp : 0);
            case DOWN -> down + (fresh ? openingDown : 0);
        };
    }
}
