package dev.blackstart.view.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a printed sheet tells a person to type can be copied and pasted into a shell.
class ByHandTest {
    private static final Path SAMPLE = Path.of("src/test/resources/view/by-hand");
    private static final Pattern FENCED =
            Pattern.compile("^(`{3,})sh\n(.*?)\n\\1$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PRE = Pattern.compile("(?s)<pre class=\"[a-z]+\">(.*?)</pre>");

    @TempDir Path folder;

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> accepted -> accepted.value();
            case Read.Refused<T> refused -> throw new AssertionError(refused.problems().toString());
        };
    }

    private static HandSheet sheet(Path runbook, Inventory inventory) {
        return new HandSheet(accepted(RunbookReader.read(runbook)), inventory);
    }

    private static HandSheet sample() {
        return sheet(
                SAMPLE.resolve("store-restart"),
                accepted(InventoryReader.read(SAMPLE.resolve("inventory.yaml"))));
    }

    private static List<String> found(Pattern pattern, int group, String page) {
        return pattern.matcher(page).results().map(it -> it.group(group)).toList();
    }

    private static List<String> copied(HandSheet sheet) throws IOException {
        return found(FENCED, 2, Rendered.markdown(sheet));
    }

    private static String fromHtml(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String block(HandSheet sheet, String with) throws IOException {
        return copied(sheet).stream().filter(it -> it.contains(with)).findFirst().orElseThrow();
    }

    /// What it says on both streams, and ` = ` its exit status.
    private String said(String input, String... command) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        ProcessBuilder shell =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(in.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        shell.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
        Process process = shell.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8) + " = " + process.exitValue();
    }

    @Test
    void everyShippedCommandIsAShellsText() throws Exception {
        List<Path> runbooks = new ArrayList<>(List.of(SAMPLE.resolve("store-restart")));
        try (Stream<Path> all = Files.list(Path.of("runbooks"))) {
            all.filter(it -> Files.exists(it.resolve("runbook.yaml"))).forEach(runbooks::add);
        }
        for (Path runbook : runbooks) {
            List<String> blocks = copied(sheet(runbook, Inventory.EMPTY));
            assertThat(blocks).as(runbook.toString()).isNotEmpty();
            // each of its own: what is open at the end of one must not be closed by the next
            for (String block : blocks) {
                assertThat(said(block, "sh", "-n")).as(block).isEqualTo(" = 0");
            }
        }
    }

    /// What has blanks in it stays one word, filled in by the page or by a person.
    @Test
    void aValueOfSeveralWordsIsQuoted() throws Exception {
        HandSheet start = sheet(Path.of("runbooks/control-plane-cold-start"), Inventory.EMPTY);
        assertThat(block(start, "control-plane.sh"))
                .contains("LEFT_PROCESSES='etcd kube-apiserver kubelet ");
        HandSheet frozen = sheet(Path.of("runbooks/store-frozen"), Inventory.EMPTY);
        assertThat(block(frozen, "TARGET=")).contains("TARGET='‹neighbour›'");
    }

    @Test
    void theShortFormComesBeforeTheWholeAndIsNeverSent() throws Exception {
        List<String> blocks = copied(sample());
        int whole = blocks.indexOf(block(sample(), "sh scripts/load.sh"));
        assertThat(blocks.get(whole - 1)).isEqualTo("cat /srv/store_data/load");
        assertThat(Rendered.html(sample()))
                .contains("where nothing can be pasted")
                .contains("<pre class=\"type\">cat /srv/store_data/load</pre>");
    }

    @Test
    void shellcheckFindsNothing() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "shellcheck is not there");
        for (String block : copied(sample())) {
            assertThat(said(block, "shellcheck", "-s", "sh", "-")).as(block).isEqualTo(" = 0");
        }
    }

    @Test
    void whatAHostLacksIsPrintedBeforeTheWorkBegins() throws Exception {
        String runbook =
                """
                runbook: tools
                title: Tools
                needs: [ "sh", "gone|sed", "gone|lost" ]
                steps:
                  - check: all_there
                    on: web
                    run: sh -c 'sed p | gone'
                    findings: { fine: exit == 0 }
                """;
        HandSheet sheet =
                new HandSheet(
                        accepted(RunbookReader.read("tools", Map.of("runbook.yaml", runbook))),
                        Inventory.EMPTY);
        assertThat(Rendered.markdown(sheet)).contains("gone or lost (step 1)");
        assertThat(said(block(sheet, "command -v"), "sh")).isEqualTo("lacks gone or lost\n = 0");
    }

    @Test
    void whatIsOwedStandsAtTheEnd() throws IOException {
        assertThat(Rendered.markdown(loan()))
                .containsPattern(
                        "## What is still owed\n\n.*\n+- ☐ Step \\d+, .*: take it back within");
    }

    @Test
    void thePageHasTheSameCommands() throws IOException {
        List<String> html =
                found(PRE, 1, Rendered.html(sample())).stream().map(ByHandTest::fromHtml).toList();
        assertThat(html).containsExactlyElementsOf(copied(sample()));
    }

    @Test
    void noCommandEndsTheShellItIsPastedInto() throws Exception {
        String check = block(sample(), "store-check rules");
        assertThat(said(check + "\necho still here\n", "sh"))
                .contains("exit status: 3")
                .endsWith("still here\n = 0");
        String undo = block(sample(), "rules.conf.before /etc");
        assertThat(said(undo + "\necho still here\n", "sh")).endsWith("still here\n = 0");
    }

    @Test
    void aFileIsPutInPlaceOnlyWhenItPassesItsCheck() throws Exception {
        Path target = Files.writeString(folder.resolve("rules.conf"), "old\n");
        String block = block(sample(), "rules.conf.new").replace("/etc/store", folder.toString());
        assertThat(said(block, "sh")).contains("IS NOT IN PLACE; go no further.");
        assertThat(target).hasContent("old");

        Path check =
                Files.writeString(
                        folder.resolve("store-check"), "#!/bin/sh\ngrep -q 'folder = ' \"$2\"\n");
        assertThat(check.toFile().setExecutable(true)).isTrue();
        assertThat(said(block, "sh")).isEqualTo(target + " is in place.\n = 0");
        assertThat(target)
                .hasContent(
                        "folder = /srv/store_data\nhost = ‹name of the host›\n\tindented with a tab");
        assertThat(folder.resolve("rules.conf.before")).hasContent("old");
    }

    @Test
    void aScriptIsSavedWordForWord() throws Exception {
        assertThat(said(block(sample(), "mkdir -p scripts"), "sh")).isEqualTo(" = 0");
        assertThat(folder.resolve("scripts/load.sh"))
                .hasSameTextualContentAs(SAMPLE.resolve("store-restart/scripts/load.sh"));
    }

    @Test
    void theWayToAHostIsWhole() throws IOException {
        assertThat(Rendered.markdown(sample()))
                .contains(
                        "| store1 | `ssh -p 2222 -i ~/.ssh/store_key"
                                + " -J jumper@192.0.2.1:2022,'hop@[2001:db8::9]' ops@192.0.2.11` |"
                                + " `SHA256:")
                .contains("| console1 | go to its console |");
    }

    @Test
    void theMarkdownReadsLikeText() throws IOException {
        String text = Rendered.markdown(sample());
        assertThat(text)
                .contains("Run `df -h | sort` on the host, and tell")
                .contains("rules_damaged is confirmed")
                .doesNotContain("\\_", "&lt;", "&amp;", "&#58;");
    }

    private static HandSheet loan() {
        return sheet(SAMPLE.resolve("slow-link"), Inventory.EMPTY);
    }

    @Test
    void itSaysHowManyMustAgree() throws IOException {
        assertThat(Rendered.markdown(loan()))
                .contains("It changes something. 3 different people must agree.")
                .contains(
                        "It changes something. Say the target's name aloud first. A second person"
                                + " must agree.")
                .containsPattern("(?s)more_room,.*(☐ agreed by.*){3}open_the_gate,");
        assertThat(Rendered.html(loan())).contains("3 different people must agree.");
    }

    @Test
    void theOriginalIsWrittenDownAndKeptForTheUndo() throws Exception {
        assertThat(Rendered.markdown(loan()))
                .containsSubsequence(
                        "Write down the original first.",
                        "and stay in that shell",
                        "ORIGINAL=$(",
                        "echo 100 > limit",
                        "To take it back:",
                        "export ORIGINAL=");
        Files.writeString(folder.resolve("limit"), "10\n");
        String all =
                String.join(
                        "\n",
                        block(loan(), "ORIGINAL=$("),
                        block(loan(), "echo 100"),
                        block(loan(), "limit.back"));
        assertThat(said(all, "sh")).isEqualTo("10\n = 0");
        assertThat(folder.resolve("limit")).hasContent("100");
        assertThat(folder.resolve("limit.back")).hasContent("10");
    }

    @Test
    void aConditionThatMustNotHoldReadsLikeOne() throws IOException {
        assertThat(Rendered.markdown(loan()))
                .contains("more_room is done and proven, or more_room is not proven")
                .contains("Only allowed when: it is not so that (slow on at least one host, and");
    }

    @Test
    void whatTheToolWouldRepayIsRepaidByHand() throws IOException {
        assertThat(Rendered.markdown(loan()))
                .contains("By hand, instead of blackstart loans repay: on every host where step 2");
    }
}
