package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.reading.DrillReader;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The runbooks, drills and inventories on the pages are accepted by their readers as they stand.
class ExamplesTest {
    private static final Pattern CALL = Pattern.compile("(?m)^  - call: ([a-z-]+)$");
    private static final Pattern SCRIPT = Pattern.compile("scripts/[a-z-]+\\.sh");
    private static final Pattern TEMPLATE = Pattern.compile("template: ([a-z.-]+)");

    @TestFactory
    List<DynamicTest> examplesAreAccepted() {
        return Stream.of(
                        "README.md",
                        "src/site/markdown/language.md",
                        "src/site/markdown/standing-outside.md")
                .flatMap(page -> tests(page, Markdown.of(page).blocks()))
                .toList();
    }

    private static Stream<DynamicTest> tests(String page, List<Markdown.Block> blocks) {
        return blocks.stream()
                .filter(block -> block.language().equals("yaml"))
                .map(block -> {
                    String place = page + ":" + block.line();
                    return DynamicTest.dynamicTest(
                            place, () -> accepted(place, block.text(), blocks));
                });
    }

    private static void accepted(String place, String text, List<Markdown.Block> page) {
        Read<?> read =
                switch (text.substring(0, text.indexOf(':'))) {
                    case "runbook" -> RunbookReader.read(place, files(text, page));
                    case "drill" -> DrillReader.read(place, text);
                    default -> InventoryReader.read(place, text);
                };
        assertThat(read).as(read.problems().toString()).isInstanceOf(Read.Accepted.class);
    }

    /// The example with a script and a template under every name that it uses, and beside it the
    /// runbooks it calls, which are on the same page.
    private static Map<String, String> files(String text, List<Markdown.Block> page) {
        var files = new HashMap<String, String>();
        CALL.matcher(text)
                .results()
                .map(call -> "runbook: " + call.group(1) + "\n")
                .flatMap(head -> page.stream().filter(it -> it.text().startsWith(head)))
                .forEach(called ->
                        files(called.text(), page)
                                .forEach((path, content) ->
                                        files.put(beside(called.text()) + path, content)));
        files.put(RunbookReader.FILE, text);
        SCRIPT.matcher(text)
                .results()
                .forEach(script -> files.put(script.group(), "#!/bin/sh\nexit 0\n"));
        TEMPLATE.matcher(text)
                .results()
                .forEach(file -> files.put("templates/" + file.group(1), "a line\n"));
        return files;
    }

    private static String beside(String text) {
        return "../" + text.lines().findFirst().orElseThrow().substring("runbook: ".length()) + "/";
    }
}
