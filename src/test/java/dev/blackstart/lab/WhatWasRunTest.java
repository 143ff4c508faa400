package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of what was really run: results of this machine go into it, and what other machines
/// measured stays in it with its day. Needs no root.
class WhatWasRunTest {
    private static final String ELSEWHERE =
            "| store-frozen | lab-store-frozen | store-log-pipe-frozen | core | passed | 70 | 2026-11-20 |";

    @TempDir Path top;

    private Path page;

    @BeforeEach
    void aLabWithOneDrill() throws Exception {
        copy(Path.of("docker/lab"));
        Path drill = Path.of("runbooks/store-frozen/drills/lab-store-frozen.yaml");
        Files.createDirectories(top.resolve(drill).getParent());
        Files.copy(drill, top.resolve(drill));
        page = top.resolve("src/site/markdown/what-was-run.md");
        Files.createDirectories(page.getParent());
        Files.writeString(page, ELSEWHERE + "\n");
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path to = top.resolve(file);
                Files.createDirectories(to.getParent());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, to);
                }
            }
        }
    }

    @Test
    void whatAnotherMachineMeasuredStays() throws Exception {
        assertThat(rows()).containsExactly(ELSEWHERE);
        assertThat(rows()).as("made again").containsExactly(ELSEWHERE);
    }

    @Test
    void aLaterDayTakesThePlaceOfAnEarlierOneOfTheSameProfile() throws Exception {
        held("core", "not passed", "2026-11-19");
        held("core", "passed", "2026-11-21");
        held("incident-a", "passed", "2026-11-21");

        assertThat(rows())
                .containsExactly(
                        row("core", "passed", "2026-11-21"),
                        row("incident-a", "passed", "2026-11-21"));
    }

    @Test
    void anEarlierDayDoesNot() throws Exception {
        held("core", "not passed", "2026-11-19");

        assertThat(rows()).containsExactly(ELSEWHERE);
    }

    @Test
    void aDrillThatWasNeverHeldSaysSo() throws Exception {
        Files.writeString(page, "");

        assertThat(rows())
                .containsExactly(
                        "| store-frozen | lab-store-frozen | store-log-pipe-frozen | | not run | | |");
    }

    private void held(String profile, String word, String day) throws IOException {
        Path results = top.resolve("target/lab-drills");
        Files.createDirectories(results);
        Path file = results.resolve(profile + ".tsv");
        String before = Files.exists(file) ? Files.readString(file) : "";
        String line =
                String.join(
                        "\t",
                        "store-frozen",
                        "lab-store-frozen",
                        "store-log-pipe-frozen",
                        profile,
                        word,
                        "60",
                        day);
        Files.writeString(file, before + line + "\n");
    }

    private static String row(String profile, String word, String day) {
        return "| store-frozen | lab-store-frozen | store-log-pipe-frozen | %s | %s | 60 | %s |"
                .formatted(profile, word, day);
    }

    /// The rows of the page once it was made.
    private List<String> rows() throws Exception {
        Process table =
                new ProcessBuilder(top.resolve("docker/lab/lab").toString(), "table")
                        .redirectErrorStream(true)
                        .start();
        String told = new String(table.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(table.waitFor()).as(told).isZero();
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| store-frozen"))
                .toList();
    }
}
