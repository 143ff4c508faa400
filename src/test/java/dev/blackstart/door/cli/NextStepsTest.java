package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A command that a sentence names can be typed as it stands.
class NextStepsTest {
    private final NextSteps own = new NextSteps(Optional.of(Path.of("/mnt/j")));

    @Test
    void theUsualJournalNeedsNoNaming() {
        assertThat(NextSteps.USUAL.in("blackstart resume X goes on."))
                .isEqualTo("blackstart resume X goes on.");
    }

    @Test
    void anotherIsNamedInEachCommandOnce() {
        String once =
                own.in("blackstart resume X goes on; blackstart runs, blackstart loans repay X.");
        assertThat(once)
                .isEqualTo(
                        "blackstart resume --journal /mnt/j X goes on; blackstart runs --journal /mnt/j, blackstart loans repay --journal /mnt/j X.");
        assertThat(own.in(once)).isEqualTo(once);
    }

    @Test
    void whatNeedsNoJournalAndWhatIsNoCommandStays() {
        assertThat(own.in("blackstart lint x; a runbook runs; blackstart init DIR"))
                .isEqualTo("blackstart lint x; a runbook runs; blackstart init DIR");
    }

    @Test
    void approvingAndBeginningAnewNeedItToo() {
        assertThat(own.in("now: blackstart approve X, blackstart audit begin-anew --reason TEXT"))
                .isEqualTo(
                        "now: blackstart approve --journal /mnt/j X, blackstart audit begin-anew --journal /mnt/j --reason TEXT");
    }

    @Test
    void aPathWithBlanksIsQuoted() {
        assertThat(new NextSteps(Optional.of(Path.of("/a b"))).in("blackstart runs"))
                .isEqualTo("blackstart runs --journal '/a b'");
    }

    @Test
    void whatSendsToHostsNeedsTheSameKey() {
        NextSteps steps = own.with(Optional.of(Path.of("/home/anna/key")));

        String once =
                steps.in("blackstart resume X asks again; blackstart abort X; blackstart report X");
        assertThat(once)
                .isEqualTo(
                        "blackstart resume --journal /mnt/j --identity /home/anna/key X asks again; blackstart abort --journal /mnt/j --identity /home/anna/key X; blackstart report --journal /mnt/j X");
        assertThat(steps.in(once)).isEqualTo(once);
        NextSteps there = NextSteps.at(List.of("--server", "https://bs.example.org"));
        assertThat(there.with(Optional.of(Path.of("/k"))).in("blackstart resume X"))
                .isEqualTo("blackstart resume --server https://bs.example.org X");
    }

    @Test
    void aServiceIsNamedWhereItsRunsAre() {
        NextSteps there =
                NextSteps.at(List.of("--server", "https://bs.example.org", "--ca", "a b"));

        assertThat(there.in("blackstart resume X goes on; blackstart audit verify checks it."))
                .isEqualTo(
                        "blackstart resume --server https://bs.example.org --ca 'a b' X goes on; blackstart audit verify checks it.");
        assertThat(there.in("blackstart token create makes one"))
                .isEqualTo("blackstart token create makes one");
    }
}
