package dev.blackstart.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.StepId;
import dev.blackstart.testing.Golden;
import dev.blackstart.view.Json;
import dev.blackstart.view.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reports, comparisons and sheets as they are written.
class ReportPagesTest {
    private static ReportPages sample(int hosts) {
        return new ReportPages(Story.report(SampleRun.events(hosts)));
    }

    /// The looks of a page are not held to a file, what it says is.
    static String withoutStyle(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "<style>…</style>");
    }

    private static void goldens(String name, Pages pages) throws IOException {
        Golden.check("view/report/" + name + ".md", Rendered.markdown(pages));
        Golden.check("view/report/" + name + ".html", withoutStyle(Rendered.html(pages)));
        Golden.check("view/report/" + name + ".json", pages.json().shown() + "\n");
    }

    @Test
    void aRunIsReportedAsWritten() throws IOException {
        goldens("still-broken", sample(2));
    }

    @Test
    void twoRunsAreComparedAsWritten() throws IOException {
        goldens(
                "compared",
                new Comparison(
                        Story.report(SampleRun.events(2)),
                        Story.report(
                                new Story()
                                        .sees("lock", "web1", "lock_left", true, "boot-a")
                                        .at(4)
                                        .asks()
                                        .at(64)
                                        .answers("y", "the shop is closed")
                                        .at(65)
                                        .sends("remove_lock", "web1")
                                        .at(67)
                                        .ends(
                                                "remove_lock",
                                                "web1",
                                                new Outcome.Succeeded(Duration.ofSeconds(2)),
                                                Story.kept("gone\n"))
                                        .sees("lock", "web1", "lock_left", false, "boot-a")
                                        .at(69)
                                        .settles("remove_lock", StepOutcome.SUCCEEDED)
                                        .closes(Verdict.RECOVERED)
                                        .events())));
    }

    @Test
    void aRunbookIsPrintedAsWritten() throws IOException {
        goldens("sheet", new HandSheet(SampleRun.runbook(), inventory()));
    }

    private static Inventory inventory() {
        Read<Inventory> read =
                InventoryReader.read(Path.of("src/test/resources/cli/runbooks/inventory.yaml"));
        return switch (read) {
            case Read.Accepted<Inventory> accepted -> accepted.value();
            case Read.Refused<Inventory> refused ->
                    throw new AssertionError(refused.problems().toString());
        };
    }

    @Test
    void hostsCannotForgeMarkdown() throws IOException {
        String report = Rendered.markdown(sample(2));
        assertThat(report.lines().filter(line -> line.startsWith("# "))).hasSize(1);
        assertThat(report.lines().filter(line -> !line.startsWith("    ")))
                .noneMatch(line -> line.contains("<b>") || line.contains("[click]("));
        assertThat(report.lines().filter(line -> line.contains("RECOVERED: all well")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("    "));
    }

    @Test
    void aReasonOfManyLinesKeepsItsLines() throws IOException {
        String pin = "host_key: ssh-ed25519 " + "AAAAC3NzaC1lZDI1NTE5".repeat(4);
        String reason = "web1: its host key is not known.\nAdd this under web1:\n  " + pin;
        ReportPages pages =
                new ReportPages(
                        Story.report(
                                new Story()
                                        .settles("restart_web", StepOutcome.REFUSED, reason)
                                        .events()));
        assertThat(Rendered.markdown(pages))
                .contains(
                        "  - web1: its host key is not known.\\\n    Add this under web1:\\\n    `"
                                + pin
                                + "`\n");
        assertThat(Rendered.html(pages))
                .contains("<li class=\"lines\">web1: its host key is not known.\nAdd this under");
    }

    /// Nobody checked what a person typed, so it stands among what was done.
    @Test
    void aCommandOfAPersonsOwnIsTold() throws IOException {
        StepId step = new StepId("remove_lock");
        HostName host = new HostName("web1");
        GateId gate = new GateId(2);
        Story story =
                new Story()
                        .add(
                                new RunEvent.InspectionStarted(
                                        gate, step, host, "rm -f /tmp/x", Story.ANNA))
                        .add(
                                new RunEvent.Inspected(
                                        gate, step, host, new Observation.NoAnswer("gone")));
        String report = Rendered.markdown(new ReportPages(Story.report(story.events())));
        assertThat(report.lines().map(line -> line.replace("\\", "")))
                .contains(
                        "- A command of anna's own, sent as typed and not checked,"
                                + " `rm -f /tmp/x` (inspect at remove_lock on web1: no answer (gone))")
                .anyMatch(line ->
                        line.startsWith(
                                "- [ ] What the command that anna typed did on web1 is not"));
    }

    @Test
    void threeHundredHostsFitOnAPage() {
        Json json = Columns.tables(sample(300).report().matrix());
        assertThat(json.shown()).contains("(297 hosts)").hasSizeLessThan(4_000);
        assertThat(sample(300).json().shown())
                .contains("\"host\":\"web299\"")
                .contains("\"host\":\"web4\"");
    }

    @Test
    void longOutputIsCutInTheMiddleAndSaysSo() {
        String lines =
                String.join("\n", IntStream.range(0, 10_000).mapToObj(i -> "line " + i).toList());
        String json = Excerpt.json(Story.kept(lines)).shown();
        for (String there :
                List.of("\"lines_left_out\":9600,", "line 119\"", "\"line 9720\\", "line 9999\"")) {
            assertThat(json.contains(there)).as(there).isTrue();
        }
        for (String gone : List.of("line 120\\", "line 9719\\")) {
            assertThat(json.contains(gone)).as(gone).isFalse();
        }
        assertThat(Excerpt.json(Story.kept("x".repeat(1_000_000))).shown())
                .contains("\\u2026 (998000 more)")
                .hasSizeLessThan(3_000);
    }

    @Test
    void allOutputTogetherHasABound() {
        Story story = new Story();
        for (int host = 1; host <= 100; host++) {
            story.sees(
                    "lock",
                    "web" + host,
                    "lock_left",
                    true,
                    "boot",
                    Story.kept("0123456789\n".repeat(10_000)));
        }
        ReportPages pages = new ReportPages(Story.report(story.events()));
        assertThat(pages.json().shown())
                .hasSizeLessThan(1_000_000)
                .contains("\"bytes\":110000,\"sha256\":\"" + "ee".repeat(32) + "\",\"head\":\"\"");
    }
}
