package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.OwnJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tutorial, typed as it stands: every command that needs no host works, in its order.
class FirstHourTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");

    @TempDir Path folder;

    @Test
    void theTutorialWorks() throws IOException, InterruptedException {
        String page = Files.readString(Path.of("src/site/markdown/tutorial.md"));
        var said = new ArrayList<String>();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            for (String line : blocks.group(1).lines().toList()) {
                assertThat(line).startsWith("./blackstart ");
                said.add(typed(line));
            }
        }
        assertThat(said).hasSize(10);
        assertThat(said.get(0)).contains("REFUSED", "reboot_gateway", "Drill passed");
        assertThat(said.get(2)).endsWith("1 runbook, 0 errors, 0 warnings.\n");
        assertThat(said.get(3)).contains("RECOVERED", "Drill passed");
        assertThat(said.get(4)).contains("Nothing has been contacted", "web1, web2");
        assertThat(said.get(6)).contains("Added check queue_length");
        assertThat(said.get(8)).contains("nginx");
    }

    /// What the tutorial proposes to change about the drill comes out as it says.
    @Test
    void aFullDiskRefusesTheRestart() throws IOException, InterruptedException {
        typed("./blackstart init our-servers --host a=192.0.2.1 --service nginx");
        Path drill = folder.resolve("our-servers/runbooks/nginx/drills/nginx-down.yaml");
        Files.writeString(drill, Files.readString(drill).replace("used: 41", "used: 98"));
        String said =
                said(1, "./blackstart drill nginx-down --auto --runbooks our-servers/runbooks");
        assertThat(said).contains("REFUSED", "restart_unit", "disk_is_cause is true");
    }

    private String typed(String line) throws IOException, InterruptedException {
        return said(0, line);
    }

    private String said(int exit, String line) throws IOException, InterruptedException {
        List<String> words = Arrays.asList(line.split(" "));
        List<String> command = OwnJava.program();
        command.addAll(words.subList(1, words.size()));
        if (!words.get(1).equals("init")) {
            command.addAll(List.of("--journal", folder.resolve("journal").toString()));
        }
        Path out = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(out);
        assertThat(process.exitValue()).as(line + "\n" + said).isEqualTo(exit);
        return said;
    }
}
