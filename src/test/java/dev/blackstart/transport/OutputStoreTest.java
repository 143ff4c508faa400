package dev.blackstart.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Kept;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputStoreTest {
    private static final int LIMIT = 2 * 1024 * 1024;

    @TempDir private Path directory;

    @Test
    void beyondTheLimitHeadAndTailAreKeptWithTheExactCount() throws IOException {
        byte[] all = new byte[5_000_003];
        new Random(1).nextBytes(all);
        OutputSink sink = new OutputStore(directory, Masking.NONE).open(LIMIT);
        for (int from = 0; from < all.length; from += 7919) {
            sink.write(java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + 7919)));
        }
        Kept kept = sink.end();
        assertThat(kept.bytes()).isEqualTo(all.length);
        assertThat(kept.sha256()).isEqualTo(HexFormat.of().formatHex(Digests.sha256().digest(all)));
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.write(all, 0, 256 * 1024);
        expected.writeBytes(
                "\n[... 3,951,427 bytes not kept ...]\n".getBytes(StandardCharsets.UTF_8));
        expected.write(all, all.length - 768 * 1024, 768 * 1024);
        assertThat(file(kept)).isEqualTo(expected.toByteArray());
        assertThat(HeadAndTail.cut(kept)).isTrue();
    }

    @Test
    void whatIsKeptWholeIsNotCut() throws IOException {
        byte[] all = new byte[HeadAndTail.HEAD + HeadAndTail.TAIL];
        Arrays.fill(all, (byte) 'x');
        OutputSink sink = new OutputStore(directory, Masking.NONE).open(LIMIT);
        sink.write(all);
        assertThat(HeadAndTail.cut(sink.end())).isFalse();
        OutputSink longer = new OutputStore(directory, Masking.NONE).open(LIMIT);
        longer.write(all);
        longer.write(new byte[] {'x'});
        assertThat(HeadAndTail.cut(longer.end())).isTrue();
        assertThat(HeadAndTail.cut(Kept.NOTHING)).isFalse();
    }

    @Test
    void withinTheLimitTheFileIsWhole() throws IOException {
        byte[] all = new byte[LIMIT];
        new Random(2).nextBytes(all);
        OutputSink sink = new OutputStore(directory, Masking.NONE).open(LIMIT);
        sink.write(all);
        Kept kept = sink.end();
        assertThat(file(kept)).isEqualTo(all);
        assertThat(kept.blob()).contains(kept.sha256());
    }

    @Test
    void whatIsMaskedIsNeverWritten() throws IOException {
        Masking masking =
                () ->
                        new Masking.Filter() {
                            private final StringBuilder held = new StringBuilder();

                            @Override
                            public byte[] pass(byte[] chunk) {
                                held.append(new String(chunk, StandardCharsets.UTF_8));
                                return new byte[0];
                            }

                            @Override
                            public byte[] end() {
                                return held.toString()
                                        .replace("hunter2", "***")
                                        .getBytes(StandardCharsets.UTF_8);
                            }
                        };
        OutputSink sink = new OutputStore(directory, masking).open(LIMIT);
        sink.write("password=hun".getBytes(StandardCharsets.UTF_8));
        sink.write("ter2\n".getBytes(StandardCharsets.UTF_8));
        Kept kept = sink.end();
        assertThat(kept.text()).isEqualTo("password=***\n");
        assertThat(kept.bytes()).isEqualTo(17);
        assertThat(new String(file(kept), StandardCharsets.UTF_8)).isEqualTo("password=***\n");
    }

    @Test
    void nothingIsNothing() {
        assertThat(new OutputStore(directory, Masking.NONE).open(LIMIT).end())
                .isEqualTo(Kept.NOTHING);
    }

    @Test
    void aDirectoryThatCannotBeWrittenCostsTheFileAndNotTheText() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        OutputSink sink = new OutputStore(file.resolve("outputs"), Masking.NONE).open(LIMIT);
        sink.write("text".getBytes(StandardCharsets.UTF_8));
        Kept kept = sink.end();
        assertThat(kept.text()).isEqualTo("text");
        assertThat(kept.blob()).isEmpty();
    }

    private byte[] file(Kept kept) throws IOException {
        return Files.readAllBytes(
                new OutputStore(directory, Masking.NONE)
                        .find(kept.blob().orElseThrow())
                        .orElseThrow());
    }
}
