package dev.blackstart.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Snippet;
import dev.blackstart.runbook.Text;
import dev.blackstart.testing.CaseFile;
import dev.blackstart.testing.PlainSnippet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TextTest {
    @TestFactory
    Stream<DynamicTest> anAttackIsRefusedWhenItIsRead() {
        return CaseFile.tests("security/templates", input -> problems(command(input)));
    }

    @TestFactory
    Stream<DynamicTest> aCommandIsRendered() {
        return CaseFile.tests("template/commands", input -> rendered(command(input)));
    }

    @TestFactory
    Stream<DynamicTest> aTextIsRendered() {
        return CaseFile.tests("template/words", input -> rendered(words(input)));
    }

    @Test
    void namesTellWhatATextNeeds() {
        Text text =
                accepted(
                        command(
                                "ping [=hosts[\"db-1\"].address] [=params.x] [=host.name] [=artifact]"));
        assertThat(text.names())
                .containsExactlyInAnyOrder("hosts.db-1", "params.x", "host", "artifact");
        assertThat(text.position().line()).isEqualTo(1);
    }

    @Test
    void aTextOfMoreThan64KiBIsRefused() {
        Text text = accepted(command("printf %s [=params.x] [=params.x]"));
        assertThat(text.render(World.scope("y".repeat(40_000))))
                .isEqualTo(
                        new Rendered.Refused(
                                "the text is longer than 64 KiB when its values stand in it"));
    }

    @Test
    void whatTheScopeLacksIsSaid() {
        assertThat(rendered(command("cat [=file]")))
                .isEqualTo("refused: `file` has no value: this step uploads no file");
        assertThat(rendered(command("ping [=hosts.nobody.address]")))
                .isEqualTo("refused: the inventory has no host `nobody`");
        assertThat(rendered(command("echo [=params.typo_free]")))
                .isEqualTo("refused: `params.typo_free` has no value");
    }

    @Test
    void aValueThatNoCommandCanReceiveIsRefused() {
        Text text = accepted(command("echo [=params.x]"));
        assertThat(text.render(World.scope("a\0b")))
                .isEqualTo(
                        new Rendered.Refused(
                                "`params.x` cannot be used: a value holds a NUL character, which no command"
                                        + " can receive"));
        assertThat(text.render(World.scope("a\uD800b"))).isInstanceOf(Rendered.Refused.class);
    }

    @Test
    void aConditionThatIsNoTruthIsRefusedWhenRendered() {
        assertThat(rendered(command("echo [#if params.x]a[/#if]")))
                .startsWith("refused: the text cannot be rendered: ");
    }

    private static Read<Text> command(String text) {
        return Texts.command(new PlainSnippet(text), World.PARAMETERS, World.SECRETS);
    }

    private static Read<Text> words(String text) {
        Snippet snippet = new PlainSnippet(text);
        return Texts.words(snippet, World.PARAMETERS, World.SECRETS);
    }

    private static Text accepted(Read<Text> read) {
        assertThat(read.problems()).isEmpty();
        return ((Read.Accepted<Text>) read).value();
    }

    private static String problems(Read<Text> read) {
        assertThat(read).isInstanceOf(Read.Refused.class);
        return read.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static String rendered(Read<Text> read) {
        return switch (accepted(read).render(World.scope("it's"))) {
            case Rendered.Done done -> done.text();
            case Rendered.Refused refused -> "refused: " + refused.reason();
        };
    }
}
