package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.runbook.lint.Lint;
import dev.blackstart.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `init` makes is whole, clean, and never in the place of something else.
class InitTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGHeEYuEI1cHXUqyZeoxJMJU1QE1ydQFTLUnIdwCjjZ0";

    @TempDir Path folder;

    private record Said(int exit, String shown, String complained) {
        String all() {
            return shown + complained;
        }
    }

    private Said run(Path cwd, boolean terminal, String typed, String... words) {
        Terminal around = new Terminal(cwd, terminal, typed);
        Ports ports = new Ports(it -> new MemoryJournal(), Lint::check, new Fakes.NoOperations());
        int exit = new Door(around.surroundings(), ports).run(words);
        return new Said(exit, around.shown(), around.complained());
    }

    private Said init(String... words) {
        String[] all = Stream.concat(Stream.of("init"), Stream.of(words)).toArray(String[]::new);
        return run(folder, false, "", all);
    }

    private String golden(String text) {
        return text.replace(folder.toString(), "/WORK");
    }

    private String inventory(String place) throws IOException {
        return Files.readString(folder.resolve(place).resolve("runbooks/inventory.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "postgresql@15-main", "Getty.service", "7days", "a:b_c"})
    void lintsClean(String unit) {
        Said said =
                init(
                        "made",
                        "--host",
                        "web1=192.0.2.11",
                        "--host",
                        "web2=192.0.2.12",
                        "--service",
                        unit);
        assertThat(said.all()).contains("blackstart drill");
        assertThat(said.exit()).isZero();

        Said lint = run(folder.resolve("made"), false, "", "lint");
        assertThat(lint.all()).isEqualTo("1 runbook, 0 errors, 0 warnings.\n");
        assertThat(folder.resolve("made/.vscode/settings.json")).exists();
    }

    @Test
    void saysWhatIsNext() throws IOException {
        Files.createDirectories(folder.resolve(".ssh"));
        Files.writeString(folder.resolve(".ssh/known_hosts"), "192.0.2.11 " + KEY + "\n");
        Said said =
                init(
                        "made",
                        "--host",
                        "web1=192.0.2.11",
                        "--host",
                        "web2=ops@[2001:db8::2]:2222",
                        "--service",
                        "nginx");
        Golden.check("cli/init/said.txt", golden(said.all()));
        Golden.check("cli/init/inventory.yaml.txt", inventory("made"));
    }

    @Test
    void anSshConfigOfWhichNothingCanBeTakenIsNotAdvisedAgain() throws IOException {
        Path config = folder.resolve("config");
        Files.writeString(config, "Host web1\n  ProxyCommand nc %h %p\n");
        Said said = init("made", "--from-ssh-config=" + config, "--service", "nginx");
        assertThat(said.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.complained())
                .contains("web1 is left out: ", "No host of " + config + " could be taken; ")
                .doesNotContain("--from-ssh-config");
    }

    @Test
    void takesHostsFromAnSshConfig() throws IOException {
        Files.createDirectories(folder.resolve(".ssh"));
        Files.writeString(
                folder.resolve(".ssh/config"),
                """
                Include conf.d/*
                Host Web1
                  HostName 192.0.2.11
                  User ops
                  ProxyJump gate
                Host web2
                  HostName 192.0.2.12
                  IdentityFile ~/.ssh/one
                  IdentityFile ~/.ssh/two
                Host web3
                  ProxyCommand nc %h %p
                Host web4
                  ProxyJump a,b
                Host web5
                  HostName 192.0.2.15
                  User "Domain\\\\User"
                Host gate
                  HostName 198.51.100.7
                  Port 2022
                Host db1
                  HostName 192.0.2.20
                Match exec "touch %d/was-here"
                  User evil
                """);
        Said said = init("made", "--from-ssh-config", "--match", "web*", "--service", "nginx");
        Golden.check("cli/init/from-ssh-config.txt", golden(said.all()));
        Golden.check("cli/init/from-ssh-config.yaml.txt", inventory("made"));
        assertThat(said.exit()).isZero();
        assertThat(run(folder.resolve("made"), false, "", "lint").exit()).isZero();
        assertThat(folder.resolve("was-here")).doesNotExist();
    }

    @Test
    void asksAtATerminal() throws IOException {
        Said said = run(folder, true, "web1=192.0.2.11\nweb2\n\nnginx\n", "init", "made");
        Golden.check("cli/init/asked.txt", golden(said.all()));
        assertThat(said.exit()).isZero();
        assertThat(inventory("made")).contains("web1").doesNotContain("web2");
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.createDirectories(folder.resolve("runbooks"));
        Said said = init("--host", "web1=192.0.2.11", "--service", "nginx");
        Golden.check("cli/init/exists.txt", golden(said.all()));
        assertThat(said.exit()).isEqualTo(3);
        assertThat(all()).containsExactly("runbooks");
    }

    @Test
    void anEditorsOwnSettingsStay() throws IOException {
        Files.createDirectories(folder.resolve(".vscode"));
        Files.writeString(folder.resolve(".vscode/settings.json"), "{}");
        assertThat(init("--host", "web1=192.0.2.11", "--service", "nginx").exit()).isZero();
        assertThat(folder.resolve(".vscode/settings.json")).hasContent("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--service nginx",
                "--host web1=192.0.2.11",
                "--host web1 --service nginx",
                "--host web1=192.0.2.11 --service a/b",
                "--host web1=192.0.2.011 --service nginx",
                "--host Web_1!=192.0.2.11 --service nginx",
                "--host web1=192.0.2.11 --user A\"B --service nginx",
                "--from-ssh-config nowhere --service nginx"
            })
    void madeWholeOrNotAtAll(String words) throws IOException {
        Said said = init(words.split(" "));
        assertThat(said.exit()).isIn(2, 3);
        assertThat(said.shown()).isEmpty();
        assertThat(said.complained()).isNotEmpty();
        assertThat(all()).isEmpty();
    }

    private List<String> all() throws IOException {
        try (Stream<Path> below = Files.list(folder)) {
            return below.map(path -> path.getFileName().toString()).toList();
        }
    }
}
