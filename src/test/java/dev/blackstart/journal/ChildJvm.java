package dev.blackstart.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteDataSource;

/// A Java process of its own with what the journal needs on its class path, however the tests were
/// started.
final class ChildJvm {
    private static final List<Class<?>> NEEDED =
            List.of(
                    ChildJvm.class,
                    Journal.class,
                    JsonMapper.class,
                    JsonFactory.class,
                    JsonSubTypes.class,
                    Jdk8Module.class,
                    JavaTimeModule.class,
                    SQLiteDataSource.class);

    private ChildJvm() {}

    /// @param errors file for its standard error
    static Process start(Class<?> main, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    private static String classPath() {
        return NEEDED.stream()
                .flatMap(ChildJvm::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> place(Class<?> needed) {
        URI place =
                URI.create(needed.getProtectionDomain().getCodeSource().getLocation().toString());
        return Stream.of(Path.of(place).toString());
    }
}
