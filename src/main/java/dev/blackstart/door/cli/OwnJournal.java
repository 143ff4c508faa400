package dev.blackstart.door.cli;

import java.util.Map;

/// Verbs that need the journal itself. Where a service is usually meant, one of them must not look
/// at another journal in silence.
final class OwnJournal {
    private OwnJournal() {}

    /// @param verb as it is typed
    static void needed(Surroundings surroundings, SharedOptions shared, String verb) {
        Map<String, String> env = surroundings.env();
        if (shared.journal == null && !env.getOrDefault(RemoteOptions.SERVER, "").isBlank()) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    "%s needs the journal itself, and BLACKSTART_SERVER names a service; do it on the machine of the service, or name a journal of this one with --journal DIR."
                            .formatted(verb));
        }
    }
}
