package dev.blackstart.proof.honest;

import java.util.Optional;

/// What one action was shown as, held against the truth.
///
/// @param struck the fault struck before the end was known
/// @param unknown it was shown as unknown at some time
/// @param answerable the host can still tell how it ended
/// @param resolved without a person, in time
/// @param asked a person was asked about it
/// @param denied it was shown as never started
/// @param wrong what was said and is not so
record Verdict(
        Effect effect,
        boolean struck,
        boolean unknown,
        boolean answerable,
        boolean resolved,
        boolean asked,
        boolean denied,
        Optional<String> wrong,
        String said) {}
