package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of what was really run: results of this machine are added to those that go with the
/// sources, and the page is made from these and from nothing else. Needs no root.
class WhatWasRunTest {
    /// As results were before they said which version was held.
    private static final String EARLIER =
            "store-frozen\tlab-store-frozen\tstore-log-pipe-frozen\tcore\tpassed\t70\t2026-11-20\n";

    private static final String ELSEWHERE =
            "| store-frozen | lab-store-frozen | store-log-pipe-frozen | core | passed | 70 | 2026-11-20 | an earlier version |";

    @TempDir Path top;

    private Path page;
    private Path kept;

    @BeforeEach
    void aLabWithOneDrill() throws Exception {
        copy(Path.of("docker/lab"));
        Path drill = Path.of("runbooks/store-frozen/drills/lab-store-frozen.yaml");
        Files.createDirectories(top.resolve(drill).getParent());
        Files.copy(drill, top.resolve(drill));
        page = top.resolve("src/site/markdown/what-was-run.md");
        Files.createDirectories(page.getParent());
        kept = top.resolve("docker/lab/results.tsv");
        Files.writeString(kept, EARLIER);
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path to = top.resolve(file);
                Files.createDirectories(to.getParent());
                if (!Files.isDirectory(file) && !Files.exists(to)) {
                    Files.copy(file, to);
                }
            }
        }
    }

    @Test
    void whatAnotherMachineMeasuredStays() throws Exception {
        assertThat(rows()).containsExactly(ELSEWHERE);
        assertThat(rows()).as("made again").containsExactly(ELSEWHERE);
        assertThat(kept).hasContent(EARLIER);
    }

    @Test
    void whatWasWrittenByHandIsNotThereAnyMore() throws Exception {
        Files.writeString(page, ELSEWHERE.replace("| 70 |", "| 1 |") + "\n");
        assertThat(rows()).containsExactly(ELSEWHERE);
    }

    @Test
    void thePageIsTheOneThatItsResultsAndTheRunbooksMake() throws Exception {
        copy(Path.of("runbooks"));
        Files.copy(Path.of("docker/lab/results.tsv"), kept, StandardCopyOption.REPLACE_EXISTING);
        rows();
        assertThat(page)
                .as("make it again with docker/lab/lab table")
                .hasSameTextualContentAs(Path.of("src/site/markdown/what-was-run.md"));
    }

    @Test
    void aLaterDayTakesThePlaceOfAnEarlierOneOfTheSameProfile() throws Exception {
        held("core", "not passed", "2026-11-19");
        held("core", "passed", "2026-11-21");
        held("incident-a", "passed", "2026-11-21");

        List<String> both =
                List.of(
                        row("core", "passed", "2026-11-21"),
                        row("incident-a", "passed", "2026-11-21"));
        assertThat(rows()).isEqualTo(both);
        Files.delete(top.resolve("target/lab-drills/core.tsv"));
        assertThat(rows()).as("kept beside the sources").isEqualTo(both);
    }

    @Test
    void anEarlierDayDoesNot() throws Exception {
        held("core", "not passed", "2026-11-19");

        assertThat(rows()).containsExactly(ELSEWHERE);
    }

    @Test
    void aDrillThatWasNeverHeldSaysSo() throws Exception {
        Files.writeString(kept, "");

        assertThat(rows())
                .containsExactly(
                        "| store-frozen | lab-store-frozen | store-log-pipe-frozen | | not run | | | |");
    }

    @Test
    void aRowSaysWhetherWhatWasHeldIsStillTheSame() throws Exception {
        held("core", "passed", "2026-11-21");
        Path runbook = top.resolve("runbooks/store-frozen/runbook.yaml");
        Files.writeString(runbook, "runbook: store-frozen\n");
        rows();
        String version = version(runbook);
        held("core", "passed", "2026-11-22", version);

        String row = row("core", "passed", "2026-11-22");
        assertThat(rows())
                .containsExactly(row.replace("12345678, changed since", version))
                .as("made again")
                .isEqualTo(rows());

        Files.writeString(runbook, "runbook: store-frozen\ntitle: Another\n");
        assertThat(rows()).containsExactly(row.replace("12345678", version));
    }

    /// As the lab itself would have kept it beside a result.
    private String version(Path runbook) throws Exception {
        String drill = runbook.resolveSibling("drills/lab-store-frozen.yaml").toString();
        Process asked =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                "LAB_TOP=$0; . $0/docker/lab/lib/table.sh; version_held store-frozen $1",
                                top.toRealPath().toString(),
                                drill.replace(top.toString(), top.toRealPath().toString()))
                        .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void whatWasNotRunIsSaidAsTheRunbooksLabelIt() throws Exception {
        Files.writeString(
                top.resolve("runbooks/store-frozen/runbook.yaml"),
                """
                steps:
                  - check: store
                    script: scripts/a.sh
                  - action: drain
                    not_run_here: a real shim
                  - manual: by_hand
                    not_run_here: >-
                      appliances, which
                      nobody had
                    when: always
                """);
        Path other = top.resolve("runbooks/queue-backlog/runbook.yaml");
        Files.createDirectories(other.getParent());
        Files.writeString(other, "runbook: queue-backlog\n");

        assertThat(rows())
                .contains(
                        "| store-frozen | drain | a real shim |",
                        "| store-frozen | by_hand | appliances, which nobody had |");
        assertThat(Files.readString(page)).contains("Without a drill of the lab: `queue-backlog`.");
    }

    private void held(String profile, String word, String day) throws IOException {
        held(profile, word, day, "12345678");
    }

    private void held(String profile, String word, String day, String version) throws IOException {
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
                        day,
                        version);
        Files.writeString(file, before + line + "\n");
    }

    private static String row(String profile, String word, String day) {
        return "| store-frozen | lab-store-frozen | store-log-pipe-frozen | %s | %s | 60 | %s | 12345678, changed since |"
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
