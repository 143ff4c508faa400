package dev.blackstart.proof.simulation;

import dev.blackstart.testing.OwnClassPath;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which packages of this program are used by which, as their class files say. A package whose name
/// stands in a class file is taken for used.
final class Dependents {
    private static final Path OURS = Path.of("dev", "blackstart");
    private static final Pattern PACKAGE = Pattern.compile("dev/blackstart(?:/[a-z]+)*(?=/)");

    private final Map<String, Set<String>> users = new HashMap<>();

    Dependents() throws IOException {
        for (String place : OwnClassPath.text().split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(place).resolve(OURS))) {
                read(Path.of(place));
            }
        }
    }

    private void read(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place.resolve(OURS))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
                String path = place.relativize(file).toString().replace('\\', '/');
                String user = path.substring(0, path.lastIndexOf('/'));
                String names = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                Matcher used = PACKAGE.matcher(names);
                while (used.find()) {
                    users.computeIfAbsent(used.group(), key -> new HashSet<>()).add(user);
                }
            }
        }
    }

    /// The packages of these classes and all that use them, directly and through others, with dots.
    Set<String> of(Collection<String> classes) {
        Set<String> all = new HashSet<>();
        Deque<String> left =
                new ArrayDeque<>(
                        classes.stream().map(it -> packageOf(it).replace('.', '/')).toList());
        while (!left.isEmpty()) {
            String one = left.removeFirst();
            if (all.add(one.replace('/', '.'))) {
                left.addAll(List.copyOf(users.getOrDefault(one, Set.of())));
            }
        }
        return all;
    }

    static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
