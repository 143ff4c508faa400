package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Risk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Journals of older versions stay readable; what they could not say yet is what was true then.
class OlderShapesTest {
    private static final Path OLDER = Path.of("src/test/resources/journal/older");

    private static RunEvent read(String name) throws Exception {
        return new EventCodec().decode(Files.readAllBytes(OLDER.resolve(name + ".json")));
    }

    @Test
    void anAnswerOfVersionOneHadNothingTypedBesides() throws Exception {
        assertThat(read("GateAnswered"))
                .isEqualTo(EventSamples.all().get("GateAnswered-without-words"));
    }

    @Test
    void aGateOfVersionOneAsksAsManyPeopleAsItsRisk() throws Exception {
        Gate gate = ((RunEvent.GateOpened) read("GateOpened")).gate();
        assertThat(gate.people()).isEqualTo(1);
        assertThat(gate.amendments()).isEmpty();
        assertThat(gate.choices())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.asks()).isEqualTo(Choice.Asks.NOTHING));
        assertThat(((RunEvent.Rehearsed) read("Rehearsed")).gate()).isEqualTo(gate);
        assertThat(((RunEvent.GateOpened) read("GateOpened-decision")).gate().people()).isOne();
    }

    @Test
    void anIrreversibleGateOfVersionOneAsksTwo() throws Exception {
        String line =
                Files.readString(OLDER.resolve("GateOpened.json"))
                        .replace("\"risk\":\"MUTATE\"", "\"risk\":\"IRREVERSIBLE\"");
        RunEvent.GateOpened opened =
                (RunEvent.GateOpened)
                        new EventCodec().decode(line.getBytes(StandardCharsets.UTF_8));
        assertThat(opened.gate().risk()).contains(Risk.IRREVERSIBLE);
        assertThat(opened.gate().people()).isEqualTo(2);
    }
}
