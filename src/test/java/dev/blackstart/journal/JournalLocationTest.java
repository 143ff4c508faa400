package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLocationTest {
    private static final Path ABSENT = Path.of("/nonexistent/blackstart");

    @TempDir Path shared;

    @Test
    void isTheSharedDirectoryWhereThatIsWritable() throws JournalException {
        JournalLocation location = JournalLocation.of(Map.of("HOME", "/home/anna"), shared);
        assertThat(location.directory()).isEqualTo(shared);
        assertThat(location.warning()).isEmpty();
    }

    @Test
    void isElseTheOperatorsOwnWithAWarning() throws JournalException {
        JournalLocation location = JournalLocation.of(Map.of("HOME", "/home/anna"), ABSENT);
        assertThat(location.directory()).isEqualTo(Path.of("/home/anna/.local/state/blackstart"));
        assertThat(location.warning())
                .contains(
                        "The journal is your own: other operators of this machine do not see your"
                                + " runs, because /nonexistent/blackstart is not there or not writable"
                                + " for you.");
    }

    @Test
    void followsAnAbsoluteStateHomeOnly() throws JournalException {
        Map<String, String> set = Map.of("HOME", "/home/anna", "XDG_STATE_HOME", "/state");
        assertThat(JournalLocation.of(set, ABSENT).directory())
                .isEqualTo(Path.of("/state/blackstart"));
        for (String ignored : new String[] {"", "state"}) {
            Map<String, String> relative = Map.of("HOME", "/home/anna", "XDG_STATE_HOME", ignored);
            assertThat(JournalLocation.of(relative, ABSENT).directory())
                    .isEqualTo(Path.of("/home/anna/.local/state/blackstart"));
        }
    }

    @Test
    void saysWhatToSetWhenThereIsNoPlace() {
        assertThatThrownBy(() -> JournalLocation.of(Map.of(), ABSENT))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("set HOME or XDG_STATE_HOME");
    }
}
