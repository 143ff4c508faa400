package dev.blackstart.door.cli;

import dev.blackstart.remote.ServiceTrouble;

/// What a service did not do, as verbs end with it.
final class RemoteSentences {
    private RemoteSentences() {}

    static CannotGoOn of(ServiceTrouble trouble) {
        return new CannotGoOn(code(trouble.kind()), trouble.lines());
    }

    private static ExitCode code(ServiceTrouble.Kind kind) {
        return switch (kind) {
            case USAGE -> ExitCode.USAGE;
            case SILENT, STRANGE, LIMIT -> ExitCode.UNDECIDED;
            case NO_TOKEN, NOT_ALLOWED, CONFLICT -> ExitCode.NOT_ALLOWED;
            case NOT_FOUND, REFUSED -> ExitCode.REFUSED;
            case UNAVAILABLE -> ExitCode.JOURNAL;
        };
    }
}
