package dev.blackstart.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The site is whole: its links lead somewhere, and what one looks for is found.
class SiteTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir static Path target;

    @BeforeAll
    static void make() throws IOException {
        assertThat(new Site(ROOT).write(target)).isGreaterThan(8);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var dead = new TreeSet<String>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                links++;
                if (!works(page, link.group(1))) {
                    dead.add(page.getFileName() + ": " + link.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(100);
    }

    private static boolean works(Path page, String link) throws IOException {
        if (link.startsWith("https://")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page : target.resolve(parts[0]);
        return Files.isRegularFile(file)
                && (parts.length == 1
                        || Files.readString(file).contains("id=\"" + parts[1] + "\""));
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        String index = Files.readString(Path.of("src/site/markdown/index.md"));
        for (Path source : new Site(ROOT).sources()) {
            assertThat(index).contains(source.getFileName().toString().replace("index.md", "#"));
        }
    }

    @Test
    void searchFindsAWord() throws IOException {
        SearchIndex index = index();
        assertThat(links(index.search("host_key"))).contains("language.html#inventory");
        assertThat(links(index.search("WITNESSES min"))).isNotEmpty();
        assertThat(links(index.search("exit codes")).getFirst()).endsWith("#exit-codes");
        assertThat(index.search("xyzzy")).isEmpty();
    }

    @Test
    void aBrowserFindsItToo() throws IOException, InterruptedException {
        assumeTrue(Stream.of("/usr/bin/chromium").map(Path::of).allMatch(Files::exists));
        Path dom = target.resolve("dom.txt");
        Process browser =
                new ProcessBuilder(
                                "chromium",
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--user-data-dir=" + target.resolve("profile"),
                                "--dump-dom",
                                target.resolve("index.html").toUri() + "?q=host_key")
                        .redirectOutput(dom.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(browser.waitFor(90, TimeUnit.SECONDS)).isTrue();
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        assertThat(Files.readString(dom)).contains("<li><a href=\"language.html#inventory\">");
    }

    private static SearchIndex index() throws IOException {
        var entries = new ArrayList<SearchIndex.Entry>();
        JsonNode written =
                new ObjectMapper().readTree(target.resolve("search-index.json").toFile());
        for (JsonNode entry : written) {
            entries.add(
                    new SearchIndex.Entry(
                            entry.get("link").asText(),
                            entry.get("page").asText(),
                            entry.get("heading").asText(),
                            entry.get("text").asText()));
        }
        return new SearchIndex(entries);
    }

    private static List<String> links(List<SearchIndex.Entry> found) {
        return found.stream().map(SearchIndex.Entry::link).toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.list(target)) {
            return all.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
