package dev.blackstart.proof.simulation;

/// The process ends here and now; nothing in it may run on.
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("kill -9", null, false, false);
    }
}
