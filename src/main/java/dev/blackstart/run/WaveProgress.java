package dev.blackstart.run;

import java.util.Optional;

/// Where one wave stands: `begun → proven → soaked → proven again`, as far as the step asks for it.
///
/// @param begun when it went out
/// @param proof the newest word of its proof; the event is a `WaveProven`
/// @param soaked when its pause was over
public record WaveProgress(
        RunEvent.WaveBegun wave,
        Recorded begun,
        Optional<Recorded> proof,
        Optional<Recorded> soaked) {
    WaveProgress proven(Recorded recorded) {
        return new WaveProgress(wave, begun, Optional.of(recorded), soaked);
    }

    WaveProgress soaked(Recorded recorded) {
        return new WaveProgress(wave, begun, proof, Optional.of(recorded));
    }

    /// Sequence of the newest event about it.
    long lastSequence() {
        return Math.max(
                begun.sequence(),
                Math.max(
                        proof.map(Recorded::sequence).orElse(0L),
                        soaked.map(Recorded::sequence).orElse(0L)));
    }
}
