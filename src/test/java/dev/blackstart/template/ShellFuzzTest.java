package dev.blackstart.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Text;
import dev.blackstart.testing.PlainSnippet;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random commands full of quotes: whatever is accepted never lets a value run.
class ShellFuzzTest {
    private static final List<String> PIECES =
            List.of(
                    "'",
                    "\"",
                    "\\",
                    "$",
                    "(",
                    ")",
                    "#",
                    " ",
                    "\n",
                    "a",
                    "{",
                    "}",
                    "<",
                    ";",
                    "|",
                    "`",
                    "''",
                    "${a}",
                    "case a in a) ",
                    ";; esac",
                    "[=params.x]");

    private static final List<String> VALUES =
            List.of(
                    "$(touch M)",
                    "';touch M;'",
                    "\"`touch M`\"",
                    "a\ntouch M\n",
                    "\\';touch M;#",
                    ")touch M;(",
                    "}touch M");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Random random = new Random(20260301);

    @Test
    void whatIsAcceptedNeverRunsAValue() throws Exception {
        int ran = 0;
        for (int round = 0; round < 60_000 && ran < 400; round++) {
            String command = disturbed("echo " + fragments(3));
            if (command.contains("[=") && accepted(command) instanceof Read.Accepted<Text> text) {
                ran++;
                harmless(text.value(), VALUES.get(random.nextInt(VALUES.size())));
            }
        }
        assertThat(ran).isEqualTo(400);
    }

    private String fragments(int depth) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            all.append(fragment(depth)).append(random.nextBoolean() ? " " : "");
        }
        return all.toString();
    }

    /// Well-formed shell, so that a value that gets out really runs.
    private String fragment(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(12)) {
            case 0 -> "a";
            case 1, 2 -> "[=params.x]";
            case 3 -> "\"" + fragments(depth - 1) + "\"";
            case 4 -> "'" + fragments(depth - 1) + "'";
            case 5 -> "$(echo " + fragments(depth - 1) + ")";
            case 6 -> "`echo " + fragments(depth - 1) + "`";
            case 7 -> "${a:-" + fragments(depth - 1) + "}";
            case 8 -> "\\" + fragments(depth - 1);
            case 9 -> " # " + fragments(depth - 1) + "\necho ";
            case 10 ->
                    "[#if params.long_form]"
                            + fragments(depth - 1)
                            + "[#else]"
                            + fragments(depth - 1)
                            + "[/#if]";
            default -> ";echo " + fragments(depth - 1);
        };
    }

    /// With one piece put in somewhere, half of the time.
    private String disturbed(String command) {
        int at = random.nextInt(command.length());
        return random.nextBoolean()
                ? command
                : command.substring(0, at)
                        + PIECES.get(random.nextInt(PIECES.size()))
                        + command.substring(at);
    }

    private static Read<Text> accepted(String command) {
        return Texts.command(new PlainSnippet(command), World.PARAMETERS, World.SECRETS);
    }

    private void harmless(Text text, String value) throws Exception {
        if (text.render(World.scope(value)) instanceof Rendered.Done done) {
            Shell shell = Shell.ALL.get(random.nextInt(Shell.ALL.size()));
            shell.run(folder, done.text());
            assertThat(folder.resolve("M"))
                    .as(shell + " ran the value in: " + text.source() + " with " + value)
                    .doesNotExist();
        }
    }
}
