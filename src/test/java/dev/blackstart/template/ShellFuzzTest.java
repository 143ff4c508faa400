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
                    "echo ",
                    "[=params.x]",
                    "[=params.x]",
                    " [=params.x] ",
                    "[#if params.long_form]",
                    "[/#if]",
                    "[#else]",
                    "$(",
                    "\"$(",
                    ")\"",
                    "''",
                    "${a}",
                    "case a in a) ",
                    ";; esac");
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

    @Test
    void whatIsAcceptedNeverRunsAValue() throws Exception {
        Random random = new Random(20260301);
        int ran = 0;
        for (int round = 0; round < 60_000 && ran < 250; round++) {
            StringBuilder source = new StringBuilder("echo ");
            for (int i = 0; i < 1 + random.nextInt(14); i++) {
                source.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String command = source.toString();
            if (command.contains("[=") && accepted(command) instanceof Read.Accepted<Text> text) {
                ran++;
                harmless(text.value(), VALUES.get(random.nextInt(VALUES.size())), random);
            }
        }
        assertThat(ran).isEqualTo(250);
    }

    private static Read<Text> accepted(String command) {
        return Texts.command(new PlainSnippet(command), World.PARAMETERS, World.SECRETS);
    }

    private void harmless(Text text, String value, Random random) throws Exception {
        if (text.render(World.scope(value)) instanceof Rendered.Done done) {
            Shell shell = Shell.ALL.get(random.nextInt(Shell.ALL.size()));
            shell.run(folder, done.text());
            assertThat(folder.resolve("M"))
                    .as(shell + " ran the value in: " + text.source() + " with " + value)
                    .doesNotExist();
        }
    }
}
