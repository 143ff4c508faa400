package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// What it means that a host has no claim of an action.
@ParameterizedClass
@ValueSource(strings = {"dash", "busybox sh", "bash"})
class SilenceTest {
    /// At once: what carries the action writes there too.
    private static final String GONE = " \"$HOME/gone\"";

    private final FencedShell host;

    SilenceTest(String shell, @TempDir Path directory) {
        this.host = new FencedShell(shell, directory);
    }

    /// An action whose own work takes something of its wrapper away.
    private Claim done(String removes) throws IOException {
        Claim claim = Samples.claim();
        String line = host.act(claim, FencedShell.fence("ours", 4), removes.formatted(at(claim)));
        assertThat(ActionReply.of(host.shell().run(line), claim))
                .isInstanceOf(ActionReply.NotKnown.class);
        assertThat(Files.readString(host.trace())).contains("once");
        return claim;
    }

    private Path at(Claim claim) {
        return host.shell().claims().resolve(claim.directory());
    }

    private Receipt taken(Claim claim) {
        return host.receipt(claim, FencedShell.fence("ours", 4), true);
    }

    private void nothingIsKnown(Claim claim, boolean taken, String why) {
        for (String reading : new String[] {"first", "again"}) {
            assertThat(host.receipt(claim, FencedShell.fence("ours", 4), taken))
                    .as("read %s", reading)
                    .isInstanceOfSatisfying(
                            Receipt.Unreadable.class, it -> assertThat(it.reason()).contains(why));
        }
    }

    /// What the host's server took, and left no trace of: the place of traces was emptied.
    @Test
    void itIsNoAnswerWhereThePlaceOfClaimsWasEmptied() throws Exception {
        nothingIsKnown(done("mv " + host.shell().claims() + GONE), true, "was emptied since");
    }

    @Test
    void itIsNoAnswerWhereTheOneClaimWasTakenAway() throws Exception {
        nothingIsKnown(done("mv %s" + GONE), true, "was taken away since");
        assertThat(host.acted(FencedShell.fence("ours", 4))).isInstanceOf(ActionReply.Exited.class);
    }

    @Test
    void norWhereItMayBeThatTheCommandLineNeverCame() throws Exception {
        nothingIsKnown(done("mv %s" + GONE), false, "was taken away since");
    }

    @Test
    void itIsFinalWhereThePlaceIsAsItWas() {
        host.acted(FencedShell.fence("ours", 3));
        assertThat(taken(Samples.claim())).isEqualTo(new Receipt.NotStarted());
        assertThat(host.receipt(Samples.claim(), FencedShell.fence("others", 1), false))
                .as("what may never have come there leaves nothing")
                .isEqualTo(new Receipt.NotStarted());
    }

    @Test
    void theNamesAreKeptInBounds() throws Exception {
        host.acted(FencedShell.fence("ours", 3));
        Path notes = host.shell().claims().resolve("fences/begun");
        assertThat(Files.readAllLines(notes)).hasSize(1);
        Files.writeString(notes, "x".repeat(300_000));
        Claim claim = done("mv %s" + GONE);
        assertThat(notes).hasSize(claim.directory().length() + 1L);
        Files.move(
                notes, notes.resolveSibling("begun-before"), StandardCopyOption.REPLACE_EXISTING);
        nothingIsKnown(claim, true, "was taken away since");
    }

    @Test
    void whatCannotBeNotedDoesNotStart() throws Exception {
        host.acted(FencedShell.fence("ours", 3));
        Path notes = host.shell().claims().resolve("fences/begun");
        Files.delete(notes);
        Files.createDirectory(notes);
        assertThat(host.acted(FencedShell.fence("ours", 3)))
                .isInstanceOfSatisfying(
                        ActionReply.NotStarted.class,
                        it -> assertThat(it.reason()).contains("cannot be noted"));
        assertThat(host.effects()).isEqualTo(1);
    }
}
