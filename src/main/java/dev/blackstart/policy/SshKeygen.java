package dev.blackstart.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Signs and checks with OpenSSH's own `ssh-keygen -Y`, which needs no network. It knows validity
/// intervals, certificates, hardware keys and revocations; nothing of that is decided here.
///
/// @param env the environment it runs in: `PATH`, and `SSH_AUTH_SOCK` where an agent signs
public record SshKeygen(Map<String, String> env) {
    /// Signing may wait for a passphrase or a touch.
    private static final Duration SIGNING = Duration.ofMinutes(2);

    private static final Duration CHECKING = Duration.ofSeconds(10);
    private static final Pattern GOOD =
            Pattern.compile("^Good \".*\" signature for .* with .* key (SHA256:\\S+)$");

    public SshKeygen {
        env = Map.copyOf(env);
    }

    /// What came of it.
    public sealed interface Result {
        /// @param text the armoured signature, or the fingerprint of the key that made it
        record Done(String text) implements Result {}

        /// @param why a clause for people
        record Refused(String why) implements Result {}
    }

    /// @param key a private key, or a public one whose private part an agent holds
    public Result sign(Path key, Statement statement) {
        List<String> command =
                List.of(
                        "ssh-keygen",
                        "-Y",
                        "sign",
                        "-f",
                        key.toString(),
                        "-n",
                        Statement.NAMESPACE);
        Said said = run(command, statement.text(), SIGNING);
        return said.code == 0
                ? new Result.Done(said.out)
                : new Result.Refused(said.why("ssh-keygen could not sign with " + key));
    }

    /// @param principal who must have signed
    /// @param revoked keys that count no longer
    public Result check(
            String principal,
            Signers signers,
            Optional<Path> revoked,
            Statement statement,
            String signature) {
        if (revoked.filter(file -> !Files.isReadable(file)).isPresent()) {
            return new Result.Refused(
                    "the file of revoked keys, " + revoked.get() + ", cannot be read");
        }
        try {
            Path folder = Files.createTempDirectory("blackstart-signature");
            try {
                Path allowed = Files.writeString(folder.resolve("allowed"), signers.text());
                Path made = Files.writeString(folder.resolve("signature"), signature);
                return checked(
                        run(command(principal, allowed, made, revoked), statement.text(), CHECKING),
                        principal);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            return new Result.Refused("it could not be checked: " + e.getMessage());
        }
    }

    private static List<String> command(
            String principal, Path allowed, Path signature, Optional<Path> revoked) {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-Y", "verify"));
        command.addAll(List.of("-f", allowed.toString(), "-I", principal));
        command.addAll(List.of("-n", Statement.NAMESPACE, "-s", signature.toString()));
        revoked.ifPresent(file -> command.addAll(List.of("-r", file.toString())));
        return command;
    }

    private static Result checked(Said said, String principal) {
        Matcher good = GOOD.matcher(said.out.strip());
        return said.code == 0 && good.matches()
                ? new Result.Done(good.group(1))
                : new Result.Refused(
                        said.why("its key is none that counts for " + principal + " here"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /// The public keys that an agent offers, type and base64 each; none without an agent.
    public List<String> agentKeys() {
        return run(List.of("ssh-add", "-L"), "", CHECKING)
                .out
                .lines()
                .map(line -> line.split(" "))
                .filter(words -> words.length > 1)
                .map(words -> words[0] + " " + words[1])
                .toList();
    }

    /// The certificates among them.
    public List<String> agentCertificates() {
        return agentKeys().stream()
                .filter(it -> it.split(" ", 2)[0].endsWith("-cert-v01@openssh.com"))
                .toList();
    }

    private record Said(int code, String out, String err) {
        /// The last thing it said that says why, without the file names that are ours.
        String why(String otherwise) {
            return err.lines()
                    .map(line -> line.replaceFirst("^\\S*/allowed:[0-9]+: ", "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("Signing data"))
                    .reduce((before, after) -> after)
                    .orElse(otherwise);
        }
    }

    private Said run(List<String> command, String input, Duration patience) {
        try {
            Path err = Files.createTempFile("blackstart-ssh", ".err");
            Path out = Files.createTempFile("blackstart-ssh", ".out");
            try {
                int code = wait(command, input, out, err, patience);
                return new Said(code, Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(err);
                Files.delete(out);
            }
        } catch (IOException e) {
            return new Said(
                    -1, "", command.getFirst() + " could not be started: " + e.getMessage());
        }
    }

    private int wait(List<String> command, String input, Path out, Path err, Duration patience)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(env);
        Process process = builder.start();
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(UTF_8));
        } catch (IOException e) {
            // it ended before it read everything, and says why
            return ended(process, patience);
        }
        return ended(process, patience);
    }

    private static int ended(Process process, Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }
}
