package dev.blackstart.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.journal.EventCodec;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import java.time.DateTimeException;
import java.time.Instant;

/// Reads an event as the service writes it, in the form of `--output json`.
record EventLine(ServiceAddress address, RunId run) {
    private static final EventCodec CODEC = new EventCodec();

    /// @param sequence the one it must have
    Recorded read(String line, long sequence) throws JournalException {
        try {
            JsonNode node = Answer.JSON.readTree(line);
            if (!node.path("run").asText().equals(run.value())
                    || node.path("sequence").asLong() != sequence
                    || !node.path("event").isObject()) {
                throw Answer.strange(address);
            }
            return new Recorded(
                    run,
                    sequence,
                    Instant.parse(node.path("at").asText()),
                    node.path("hash").asText(),
                    CODEC.decode(Answer.JSON.writeValueAsBytes(node.path("event"))));
        } catch (JsonProcessingException | DateTimeException e) {
            throw Answer.strange(address);
        }
    }
}
