package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.view.Json;
import java.time.Instant;
import java.util.Locale;

/// Something that happened to a host, as the run saw it.
record HostEvent(Instant at, HostName host, Kind kind, String says) {
    enum Kind {
        /// another boot id than before
        REBOOTED("R"),
        /// no answer, after it had answered or at the first question
        SILENT("x"),
        /// an answer again
        BACK("o"),
        /// it answered, with a refusal, or nothing was sent to it
        REFUSED("n"),
        /// our deadline passed on a live connection
        HUNG("H"),
        /// sent, end not seen
        LOST("?");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        String letter() {
            return letter;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Json json() {
        return Json.object()
                .with("at", at.toString())
                .with("host", host.value())
                .with("kind", kind.word())
                .with("says", says);
    }
}
