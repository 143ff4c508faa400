package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.OwnJava;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only `serve` boots what listens: another verb does not even load it.
class NothingListensTest {
    @TempDir Path folder;

    private List<String> loaded(String... verb) throws IOException, InterruptedException {
        List<String> words = OwnJava.words();
        words.add(1, "-Xlog:class+load=info:file=" + folder.resolve("loaded"));
        words.add("dev.blackstart.Main");
        words.addAll(List.of(verb));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return java.nio.file.Files.readAllLines(folder.resolve("loaded"));
    }

    @Test
    void aVerbLoadsNeitherServerNorContainer() throws Exception {
        List<String> classes =
                loaded("list", "--runbooks", "runbooks", "--journal", folder.resolve("j") + "");

        assertThat(classes).anyMatch(line -> line.contains(" dev.blackstart.door.cli.ListVerb "));
        assertThat(classes)
                .noneMatch(line -> line.contains(" io.vertx."))
                .noneMatch(line -> line.contains(" io.netty."))
                .noneMatch(line -> line.contains(" io.quarkus.arc."))
                .noneMatch(line -> line.contains(" jakarta.ws.rs."));
    }
}
