package dev.blackstart.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.view.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages in a real browser: nothing that a host says becomes more than text, nothing is
/// fetched, and on paper the folds are open.
class BrowserTest {
    @TempDir Path folder;
    private Eavesdropper eavesdropper;

    @BeforeEach
    void listen() throws IOException {
        eavesdropper = new Eavesdropper();
    }

    @AfterEach
    void hush() throws IOException {
        eavesdropper.close();
    }

    private Path saved(String html) throws IOException {
        return Files.writeString(folder.resolve("page.html"), html);
    }

    private Browser browser() {
        return new Browser(folder);
    }

    private String hostile() {
        String there = eavesdropper.address();
        return "<script>document.title='owned';fetch('"
                + there
                + "/s')</script>\n"
                + "\"><svg onload=\"document.title='owned'\"><image href=\""
                + there
                + "/i\"/></svg>\n"
                + "'><img src="
                + there
                + "/x onerror=document.title='owned'>\n"
                + "<style>@import '"
                + there
                + "/c';</style><link rel=stylesheet href="
                + there
                + "/l>\n"
                + "</pre></details></body><meta http-equiv=refresh content='0;url="
                + there
                + "/r'>\n"
                + "[=headline] ${headline} [#include \"/etc/passwd\"] &lt;b&gt; <!-- --> ]]>\n"
                + "\u001b[31mred\u001b[0m \u202egnp.exe \u0000nul \u009b1m \u2028line\n";
    }

    private ReportPages attacked() {
        String said = hostile();
        String many =
                String.join("\n", IntStream.range(0, 10_000).mapToObj(i -> "row " + i).toList());
        return new ReportPages(
                Story.report(
                        new Story()
                                .looks("lock", "web1")
                                .at(1)
                                .sees("lock", "web1", "lock_left", true, "boot", Story.kept(said))
                                .silent("port", "laptop", said)
                                .settles("restart_web", StepOutcome.REFUSED, said)
                                .at(2)
                                .asks()
                                .at(12)
                                .answers("y", said)
                                .sends("remove_lock", "web1")
                                .at(13)
                                .ends(
                                        "remove_lock",
                                        "web1",
                                        new Outcome.Failed("exit 3", Duration.ofSeconds(1)),
                                        Story.kept(said + many))
                                .settles("remove_lock", StepOutcome.FAILED, said)
                                .closes(Verdict.STILL_BROKEN)
                                .events()));
    }

    /// Without this the tests below could pass in a browser that runs nothing and fetches nothing.
    @Test
    void aPageThatMayDoesRunItsScriptAndFetch() throws IOException {
        String dom =
                browser()
                        .dom(
                                saved(
                                        "<!DOCTYPE html><title>mine</title><body>"
                                                + "<script>document.title='owned'</script><img src="
                                                + eavesdropper.address()
                                                + ">"));
        assertThat(dom).contains("<title>owned</title>");
        assertThat(eavesdropper.came()).isPositive();
    }

    @Test
    void whatHostsSayStaysText() throws IOException {
        String dom = browser().dom(saved(Rendered.html(attacked())));
        assertThat(dom)
                .contains("<title>STILL BROKEN: what was wrong is not repaired. stuck-cache");
        assertThat(
                        count(
                                dom,
                                "<(script|img|link|iframe|object|image|base)|<[a-z][^>]*\\son[a-z]+="))
                .isZero();
        assertThat(count(dom, "<meta http-equiv=")).isEqualTo(1);
        assertThat(count(dom, "<style>")).isEqualTo(1);
        assertThat(dom)
                .contains("&lt;script&gt;document.title='owned'")
                .contains("[=headline] ${headline} [#include \"/etc/passwd\"] &amp;lt;b&amp;gt;")
                .contains(
                        "␛[31mred␛[0m &lt;U+202E&gt;gnp.exe ␀nul &lt;U+009B&gt;1m &lt;U+2028&gt;line");
        assertThat(
                        Pattern.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u202e\u2028]")
                                .matcher(dom)
                                .find())
                .as("control characters in the document")
                .isFalse();
        assertThat(eavesdropper.came()).as("requests the page made").isZero();
    }

    static Stream<Pages> pages() {
        RunReport report = Story.report(SampleRun.events(2));
        return Stream.of(
                new ReportPages(report),
                new Comparison(report, report),
                new HandSheet(SampleRun.runbook(), Inventory.EMPTY));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageNeedsNothingElse(Pages pages) throws IOException {
        String html = Rendered.html(pages);
        assertThat(html)
                .contains(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .doesNotContain("<script", "<link", "@import", "<base", " src=");
        assertThat(count(html, "href=")).isZero();
        assertThat(count(html, "url\\((?!#)")).isZero();
        assertThat(count(html, "<[a-z][^>]*\\son[a-z]+=")).isZero();
        String dom = browser().dom(saved(html));
        assertThat(count(dom, "<(section|table|details|svg|pre)\\b"))
                .isEqualTo(count(html, "<(section|table|details|svg|pre)\\b"));
    }

    @Test
    void theMatrixAndThePictureArrive() throws IOException {
        String dom =
                browser()
                        .dom(
                                saved(
                                        Rendered.html(
                                                new ReportPages(
                                                        Story.report(SampleRun.events(2))))));
        String matrix = between(dom, "<section id=\"matrix\">", "</section>");
        assertThat(count(matrix, "<tr>")).isEqualTo(5);
        assertThat(count(matrix, "<td")).isEqualTo(4 * 4);
        assertThat(matrix).contains("■</span> refused").contains("✗</span> failed");
        String timeline = between(dom, "<svg class=\"timeline broad\"", "</svg>");
        assertThat(count(timeline, "<g class=\"lane\">")).isEqualTo(8);
        assertThat(count(timeline, "<rect [^>]*class=\"p-waiting")).isEqualTo(2);
        assertThat(count(timeline, "class=\"first\"")).isEqualTo(1);
        assertThat(count(timeline, "<g class=\"mark verdict\">")).isEqualTo(2);
        assertThat(count(dom, "<details")).isGreaterThan(5);
        assertThat(count(dom, "<details open")).isZero();
    }

    @Test
    void onPaperTheFoldsAreOpen() throws IOException {
        String paper = browser().printed(saved(Rendered.html(attacked())));
        assertThat(paper)
                .contains("What the commands printed")
                .contains("<script>document.title='owned'")
                .contains("row 9999")
                .contains("9607 lines left out")
                .contains("Every event in order")
                .contains("gate G3");
        String sheet =
                browser()
                        .printed(
                                saved(
                                        Rendered.html(
                                                new HandSheet(
                                                        SampleRun.runbook(), Inventory.EMPTY))));
        assertThat(sheet)
                .contains("scripts/remove-lock.sh")
                .contains(
                        Objects.requireNonNull(
                                        SampleRun.runbook().files().get("scripts/remove-lock.sh"))
                                .lines()
                                .findFirst()
                                .orElseThrow());
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        assertThat(from).as(begin).isNotNegative();
        return text.substring(from, text.indexOf(end, from));
    }
}
