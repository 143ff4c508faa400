package dev.blackstart.door.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.chat.Message;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.runbook.Secret;
import dev.blackstart.template.ChatTemplates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What hosts made up looks like in a chat: text, all of it, and nothing else.
class RenderingTest {
    private static final Path TEMPLATES = Path.of("templates").toAbsolutePath();
    private static final ChatSettings.Shared SECRET =
            new ChatSettings.Shared(new Secret("0123456789"), Optional.empty(), Optional.empty());

    private final SlackBlocks slack =
            new SlackBlocks(new Texts(TEMPLATES, ChatTemplates.Markup.slack));
    private final MattermostPosts mattermost =
            new MattermostPosts(
                    new Texts(TEMPLATES, ChatTemplates.Markup.mattermost),
                    new ChatSettings.Mattermost(
                            SECRET,
                            new Secret("0123456789"),
                            "C1",
                            URI.create("http://127.0.0.1:1"),
                            URI.create("http://127.0.0.1:2")),
                    new Vouchers(new Secret("0123456789"), Instant::now));

    private static Message hostile(String text) {
        return Message.said(text, new Message.Exact("Output", List.of(text, "```", text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> wake up",
                "<@U1> <#C1> <https://evil.example|all healthy>",
                "*RECOVERED* _really_ ~no~ `code`",
                "&lt;!here&gt;",
                "@here @channel #town-square ~town-square",
                "[all healthy](https://evil.example) ![x](https://evil.example/x.png)",
                "# RECOVERED",
                "````\n<!channel>",
                "https://evil.example/x"
            })
    void noTextOfAHostIsMarkup(String text) {
        JsonNode blocks = Wire.read(slack.of(hostile(text)).shown()).path("blocks");
        String prose = blocks.path(0).path("text").path("text").asText();
        String exact = blocks.findValuesAsText("text").toString();
        String post = mattermost.text(hostile(text));
        String before = post.substring(0, post.indexOf("**Output**"));

        assertThat(blocks.path(0).path("text").path("verbatim").asBoolean()).isTrue();
        assertThat(prose.replaceAll("&(amp|lt|gt);", "")).doesNotContain("<", ">", "&");
        assertThat(prose.replace("\u200b*\u200b", "").replace("\u200b~\u200b", ""))
                .doesNotContain("*", "~");
        assertThat(exact).contains(text);
        assertThat(before.replaceAll("\\\\[\\\\`*_{}\\[\\]()<>#+.!|~=&-]", ""))
                .doesNotContain("<", "[", "`", "*", "@h", "@c", "://", "~");
        assertThat(post).contains("\n" + text + "\n");
        String fence =
                post.substring(post.indexOf("**Output**"))
                        .lines()
                        .skip(2)
                        .findFirst()
                        .orElseThrow();
        assertThat(text).doesNotContain(fence.replace("text", ""));
        assertThat(fence.replace("text", "")).hasSizeGreaterThan(3);
    }

    @Test
    void longTextIsInSeveralBlocksAndNothingOfItIsMissing() {
        List<String> lines =
                IntStream.range(0, 500)
                        .mapToObj(i -> "line %03d %s".formatted(i, "x".repeat(i * 8)))
                        .toList();

        JsonNode blocks =
                Wire.read(slack.of(Message.said("All:", new Message.Exact("All", lines))).shown())
                        .path("blocks");
        StringBuilder all = new StringBuilder();
        for (JsonNode block : blocks) {
            for (JsonNode element : block.path("elements")) {
                String text = element.path("elements").path(0).path("text").asText();
                assertThat(text.length()).isLessThanOrEqualTo(3_000);
                if (element.path("type").asText().equals("rich_text_preformatted")) {
                    all.append(text);
                }
            }
        }

        assertThat(all.toString().replace("\n", "")).isEqualTo(String.join("", lines));
    }
}
