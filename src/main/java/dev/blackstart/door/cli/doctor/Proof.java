package dev.blackstart.door.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts Blackstart once more with everything around cut off, and lets it diagnose.
///
/// @param self the words that start this very program
/// @param env the environment of this process
/// @param beside the folder in whose file system the child keeps its records; else the system's
///   folder for temporary files
/// @param now what the clock says
public record Proof(List<String> self, Map<String, String> env, Path beside, Instant now) {
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final String ON = "proof";

    /// What points to something far away.
    private static final List<String> NOT_PASSED =
            List.of(
                    "SSH_AUTH_SOCK",
                    "KRB5CCNAME",
                    "http_proxy",
                    "https_proxy",
                    "HTTP_PROXY",
                    "HTTPS_PROXY",
                    "ALL_PROXY",
                    "JDK_JAVA_OPTIONS",
                    "DISPLAY");

    /// An event of a host that did not answer.
    private static final Pattern SILENT =
            Pattern.compile("\"host\":\"([^\"]+)\",\"observation\":\\{\"type\":\"no_answer\"");

    private static final String NAMES_ONLY = "-Djdk.net.hosts.file=";

    public Proof {
        self = List.copyOf(self);
        env = Map.copyOf(env);
    }

    /// @param reading the options that name runbooks and inventory
    public List<Dependency> alone(List<String> reading) {
        return inAFolder(folder -> {
            Isolation.Found found = isolation(folder).found(true);
            List<String> drill = words("drill doctor --auto", folder);
            List<String> list = new ArrayList<>(List.of("list"));
            list.addAll(reading);
            list.addAll(List.of("--journal", folder.resolve("journal").toString()));
            Child child = child(folder, NOT_PASSED);
            Child.Said diagnosed = child.run(cut(found, folder, drill));
            Child.Said listed = child.run(cut(found, folder, list));
            List<Dependency> all = new ArrayList<>();
            all.add(verdict(found, diagnosed, "diagnosed two hosts of its own over SSH"));
            all.add(verdict(found, listed, "read your runbooks"));
            all.add(clocks(child, cut(found, folder, drill)));
            return all;
        });
    }

    /// The same diagnosis by wrong clocks, in the journal that the right one wrote.
    private Dependency clocks(Child child, List<String> drill) throws IOException {
        List<String> held = new ArrayList<>();
        for (WrongClock wrong : WrongClock.values()) {
            List<String> command = new ArrayList<>(drill);
            command.add(command.indexOf(self.getFirst()) + 1, wrong.option(now));
            Child.Said said = child.run(command);
            if (said.exit() != 0) {
                return Dependency.falls(
                        "clock",
                        "A child whose clock %s did not diagnose two hosts of its own: %s"
                                .formatted(wrong.says(), said.last()),
                        "Look at date before you begin, and set it with date -s; that it matters is a defect of Blackstart.");
            }
            held.add("whose clock " + wrong.says());
        }
        return Dependency.stands(
                "clock",
                "A child %s, diagnosed two hosts of its own, too."
                        .formatted(String.join(", and one ", held)));
    }

    /// Asks each host of the inventory in a child that has the network and no name service.
    public List<Dependency> reach(List<String> reading) {
        return inAFolder(folder -> {
            Isolation.Found found = isolation(folder).found(false);
            List<String> diagnose = words("diagnose doctor", folder);
            diagnose.addAll(reading);
            diagnose.addAll(List.of("--output", "json"));
            Child.Said said =
                    child(folder, List.of("KRB5CCNAME", "JDK_JAVA_OPTIONS"))
                            .run(cut(found, folder, diagnose));
            return List.of(
                    said.exit() == 0
                            ? Dependency.stands(
                                    "reach", "Every host answered a child without a name service.")
                            : Dependency.falls(
                                    "reach",
                                    "Not every host answered a child without a name service: "
                                            + silent(said),
                                    "See why: blackstart diagnose with any runbook that names them."));
        });
    }

    private static String silent(Child.Said said) {
        String names =
                said.lines().stream()
                        .flatMap(line -> SILENT.matcher(line).results())
                        .map(found -> found.group(1))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? said.last() : "nothing from " + names + ".";
    }

    private Dependency verdict(Isolation.Found found, Child.Said said, String what) {
        String took = " in " + Math.max(1, said.took().toSeconds()) + " s";
        if (said.exit() != 0) {
            String end =
                    said.exit() < 0
                            ? "did not end within 2 min"
                            : "ended with exit code " + said.exit();
            return Dependency.falls(
                    ON,
                    "A child that should have "
                            + what
                            + " cut off from everything "
                            + end
                            + ": "
                            + said.last(),
                    "That is a defect of Blackstart or of this machine; blackstart drill NAME --auto shows whether it works uncut.");
        }
        return switch (found) {
            case Isolation.Found.Possible it ->
                    Dependency.stands(
                            ON,
                            "Without network, name service, time service, identity provider and agent a child "
                                    + what
                                    + took
                                    + ".");
            case Isolation.Found.Impossible it ->
                    Dependency.weak(
                            ON,
                            "A child without names "
                                    + what
                                    + took
                                    + "; more could not be cut off: "
                                    + it.why()
                                    + ".",
                            "Run it as root, or where an account may make namespaces (unshare).");
        };
    }

    private List<String> cut(Isolation.Found found, Path folder, List<String> words) {
        List<String> command = new ArrayList<>();
        command.addAll(
                switch (found) {
                    case Isolation.Found.Possible it -> it.before();
                    case Isolation.Found.Impossible it -> List.of();
                });
        command.addAll(self);
        if (found instanceof Isolation.Found.Impossible) {
            command.add(
                    command.indexOf(self.getFirst()) + 1, NAMES_ONLY + folder.resolve("dead.conf"));
        }
        command.addAll(words);
        return command;
    }

    private static List<String> words(String verb, Path folder) {
        List<String> words = new ArrayList<>(List.of(verb.split(" ")));
        words.addAll(List.of("--runbooks", folder.resolve("runbooks").toString()));
        words.addAll(List.of("--journal", folder.resolve("journal").toString()));
        return words;
    }

    private Isolation isolation(Path folder) {
        return new Isolation(
                folder.resolve("cut.sh"),
                folder.resolve("dead.conf"),
                env,
                folder.resolve("cut.log"));
    }

    private Child child(Path folder, List<String> without) {
        Map<String, String> passed = new HashMap<>(env);
        without.forEach(passed::remove);
        passed.put("TERM", "dumb");
        return new Child(passed, folder.resolve("child.log"), DEADLINE);
    }

    @FunctionalInterface
    private interface Work {
        List<Dependency> in(Path folder) throws IOException;
    }

    private List<Dependency> inAFolder(Work work) {
        Optional<Path> folder = Optional.empty();
        try {
            folder = Optional.of(made());
            return work.in(folder.get());
        } catch (IOException e) {
            return List.of(
                    Dependency.falls(
                            ON,
                            "A child could not be started: " + e.getMessage() + ".",
                            "See that " + beside + " can be written and that the JDK is there."));
        } finally {
            folder.ifPresent(Proof::removed);
        }
    }

    private Path made() throws IOException {
        Path folder =
                Files.isWritable(beside)
                        ? Files.createTempDirectory(beside, "doctor-")
                        : Files.createTempDirectory("blackstart-doctor-");
        Path runbook = Files.createDirectories(folder.resolve("runbooks/doctor/drills"));
        copied("runbook.yaml", runbook.resolveSibling("runbook.yaml"));
        copied("drill.yaml", runbook.resolve("doctor.yaml"));
        copied("cut.sh", folder.resolve("cut.sh"));
        Files.createFile(folder.resolve("dead.conf"));
        return folder;
    }

    private static void copied(String resource, Path to) throws IOException {
        try (InputStream in = Proof.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the program lacks its own file " + resource);
            }
            Files.copy(in, to);
        }
    }

    private static void removed(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // what is left is small, and its name says what it was
        }
    }
}
