package dev.blackstart.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The lab of real hosts that `docker/lab/lab` makes on this machine: breaks, heals and looks at it
/// from outside its hosts.
public final class Laboratory {
    /// Where its script stands, from the folder of the program.
    public static final Path SCRIPT = Path.of("docker", "lab", "lab");

    private static final Duration LOOK = Duration.ofMinutes(1);

    /// An outage that must last long enough to break what it breaks takes minutes.
    private static final Duration FAULT = Duration.ofMinutes(10);

    /// What is really so, as the lab saw it from outside.
    public record Probe(boolean present, String reason) {}

    private final Path script;
    private final Path folder;
    private final boolean within;

    /// @param script the lab's script
    /// @param env `BLACKSTART_LAB` names the lab's folder, `BLACKSTART_LAB_OPS` says that this
    ///   process runs in the lab's network
    public Laboratory(Path script, Map<String, String> env) {
        this.script = script;
        this.folder = Path.of(env.getOrDefault("BLACKSTART_LAB", "/var/lib/blackstart-lab"));
        this.within = env.containsKey("BLACKSTART_LAB_OPS");
    }

    /// Why no drill can be held in it now, with the next step; empty when one can.
    public Optional<String> refusal() {
        if (!Files.isExecutable(script)) {
            return Optional.of(
                    "This installation has no lab: %s is missing; take it from the sources."
                            .formatted(script));
        }
        if (!Files.isReadable(inventory())) {
            return Optional.of(
                    "The lab is not up; start it with blackstart lab up, then start the drill with blackstart lab drill NAME.");
        }
        return within
                ? Optional.empty()
                : Optional.of(
                        "The lab's hosts can be reached only from within its network; start the drill with blackstart lab drill NAME.");
    }

    /// Where it keeps what is needed to reach its hosts.
    public Path folder() {
        return folder;
    }

    public Path inventory() {
        return folder.resolve("inventory.yaml");
    }

    public Path identity() {
        return folder.resolve("id_ed25519");
    }

    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    /// Returns once the fault is there.
    public void inject(String fault, Map<String, String> knobs) throws LaboratoryException {
        List<String> words = new ArrayList<>(List.of("inject", fault));
        knobs.forEach((name, value) -> words.add(name + "=" + value));
        run(FAULT, words);
    }

    public void heal(String fault) throws LaboratoryException {
        run(FAULT, List.of("heal", fault));
    }

    public Probe probe(String fault) throws LaboratoryException {
        String said = run(LOOK, List.of("probe", fault)).strip();
        int end = said.indexOf(' ');
        String word = end < 0 ? said : said.substring(0, end);
        return switch (word) {
            case "present", "absent" ->
                    new Probe(
                            word.equals("present"), end < 0 ? "" : said.substring(end + 1).strip());
            default ->
                    throw new LaboratoryException(
                            "The lab's probe of %s must say `present` or `absent`; it said: %s"
                                    .formatted(fault, said));
        };
    }

    /// What must stay as it is on hosts to which nothing is done: value by host and name.
    public SortedMap<Trait, String> state() throws LaboratoryException {
        SortedMap<Trait, String> traits = new TreeMap<>();
        for (String line : run(LOOK, List.of("state")).lines().toList()) {
            String[] fields = line.split("\t", 3);
            if (fields.length == 3) {
                traits.put(new Trait(fields[0], fields[1]), fields[2]);
            }
        }
        return traits;
    }

    /// One thing about one host, such as its boot id.
    public record Trait(String host, String name) implements Comparable<Trait> {
        @Override
        public int compareTo(Trait other) {
            int hosts = host.compareTo(other.host);
            return hosts != 0 ? hosts : name.compareTo(other.name);
        }
    }

    private String run(Duration patience, List<String> arguments) throws LaboratoryException {
        List<String> words = new ArrayList<>(List.of(script.toString()));
        words.addAll(arguments);
        String shown = "lab " + String.join(" ", arguments);
        try {
            Path said = Files.createTempFile("blackstart-lab-", ".out");
            Path complained = Files.createTempFile("blackstart-lab-", ".err");
            try {
                Process process =
                        new ProcessBuilder(words)
                                .redirectInput(Path.of("/dev/null").toFile())
                                .redirectOutput(said.toFile())
                                .redirectError(complained.toFile())
                                .start();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroy();
                    throw new LaboratoryException(
                            "`%s` did not end within %d s.".formatted(shown, patience.toSeconds()));
                }
                if (process.exitValue() != 0) {
                    throw new LaboratoryException(
                            "`%s` ended with %d: %s"
                                    .formatted(shown, process.exitValue(), last(complained)));
                }
                return Files.readString(said);
            } finally {
                Files.deleteIfExists(said);
                Files.deleteIfExists(complained);
            }
        } catch (IOException e) {
            throw new LaboratoryException("`%s` could not be run: %s".formatted(shown, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaboratoryException("`%s` was interrupted.".formatted(shown));
        }
    }

    private static String last(Path file) throws IOException {
        List<String> lines =
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        return lines.isEmpty() ? "it did not say why" : lines.getLast().strip();
    }
}
