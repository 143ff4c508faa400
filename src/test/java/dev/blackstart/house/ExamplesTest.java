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
    private static final Pattern SCRIPT = Pattern.compile("scripts/[a-z-]+\\.sh");
    private static final Pattern TEMPLATE = Pattern.compile("template: ([a-z.-]+)");

    @TestFactory
    List<DynamicTest> examplesAreAccepted() {
        return Stream.of("README.md", "src/site/markdown/language.md")
                .flatMap(page ->
                        Markdown.of(page).blocks().stream()
                                .filter(block -> block.language().equals("yaml"))
                                .map(block -> test(page, block)))
                .toList();
    }

    private static DynamicTest test(String page, Markdown.Block block) {
        String place = page + ":" + block.line();
        return DynamicTest.dynamicTest(place, () -> accepted(place, block.text()));
    }

    private static void accepted(String place, String text) {
        Read<?> read =
                switch (text.substring(0, text.indexOf(':'))) {
                    case "runbook" -> RunbookReader.read(place, files(text));
                    case "drill" -> DrillReader.read(place, text);
                    default -> InventoryReader.read(place, text);
                };
        assertThat(read).as(read.problems().toString()).isInstanceOf(Read.Accepted.class);
    }

    /// The example with a script and a template under every name that it uses.
    private static Map<String, String> files(String text) {
        var files = new HashMap<String, String>();
        files.put(RunbookReader.FILE, text);
        SCRIPT.matcher(text)
                .results()
                .forEach(script -> files.put(script.group(), "#!/bin/sh\nexit 0\n"));
        TEMPLATE.matcher(text)
                .results()
                .forEach(file -> files.put("templates/" + file.group(1), "a line\n"));
        return files;
    }
}
