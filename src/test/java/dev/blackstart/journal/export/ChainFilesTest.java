package dev.blackstart.journal.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.journal.ChainCopy;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What leaves the journal is checked here as a stranger checks it: with openssl and sha256sum.
class ChainFilesTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final RunId FIRST = RunId.of(1, 0, 1);
    private static final RunId SECOND = RunId.of(2, 0, 2);

    @TempDir Path folder;
    private Path journal;
    private Path export;

    @BeforeEach
    void twoRuns() throws Exception {
        journal = folder.resolve("journal");
        export = folder.resolve("export");
        try (Journal it = SqliteJournal.open(journal)) {
            for (RunId run : List.of(FIRST, SECOND)) {
                it.append(
                        run,
                        0,
                        AT,
                        List.of(
                                new RunEvent.Noted("one  with two blanks \\ and ä"),
                                new RunEvent.Noted("two"),
                                new RunEvent.Noted("three")));
            }
        }
    }

    private void export() throws Exception {
        try (Journal it = SqliteJournal.open(journal)) {
            List<ChainCopy> chains = List.of(it.chain(FIRST), it.chain(SECOND));
            Bundle bundle = new Bundle();
            ChainFiles.of(chains, SigningKey.at(folder.resolve("key.pem")), AT)
                    .forEach(bundle::add);
            bundle.unpacked(export);
        }
    }

    private record Said(int exit, String text) {}

    private Said verify(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sh", "export/verify.sh"));
        words.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    @Test
    void openSslAndShellVerifyAnIntactExport() throws Exception {
        export();
        Files.copy(export.resolve("signing-key.pub.pem"), folder.resolve("owner.pem"));
        Said said = verify("owner.pem");
        assertThat(said.text())
                .isEqualTo(
                        """
                        heads.txt: the signature verifies
                        %s: events 1 to 3 verify
                        %s: events 1 to 3 verify
                        """
                                .formatted(FIRST, SECOND));
        assertThat(said.exit()).isZero();
    }

    @Test
    void theKeyInTheFolderIsSaidToProveLittle() throws Exception {
        export();
        String fingerprint = SigningKey.at(folder.resolve("key.pem")).fingerprint();
        assertThat(verify().text()).contains("compare its fingerprint").contains(fingerprint);
    }

    @Test
    void aChangedEventIsNamed() throws Exception {
        export();
        Path chain = export.resolve("chains/" + SECOND + ".chain");
        Files.writeString(chain, Files.readString(chain).replace("\"two\"", "\"tow\""));
        Said said = verify();
        assertThat(said.text()).contains(SECOND + ": event 2 does not verify");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void aShortenedChainDoesNotEndAtItsHead() throws Exception {
        export();
        Path chain = export.resolve("chains/" + FIRST + ".chain");
        List<String> lines = Files.readAllLines(chain);
        Files.write(chain, lines.subList(0, 2));
        assertThat(verify().text()).contains(FIRST + ": it does not end at its head");
    }

    @Test
    void changedHeadsAreNotSigned() throws Exception {
        export();
        Path heads = export.resolve("heads.txt");
        Files.writeString(heads, Files.readString(heads) + "more 1 0\n");
        Said said = verify();
        assertThat(said.text()).contains("the signature does NOT verify");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void anotherKeyDoesNotVerify() throws Exception {
        export();
        Files.writeString(
                folder.resolve("other.pem"),
                SigningKey.at(folder.resolve("other-key.pem")).publicPem());
        assertThat(verify("other.pem").exit()).isEqualTo(1);
    }

    @Test
    void theKeyIsMadeOnceAndForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("key.pem");
        String made = SigningKey.at(file).fingerprint();
        assertThat(SigningKey.at(file).fingerprint()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsNoKeyIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a key");
        assertThatThrownBy(() -> SigningKey.at(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a signing key of this tool");
        assertThat(Files.readString(file)).isEqualTo("not a key");
    }
}
