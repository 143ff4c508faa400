package dev.blackstart.house;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// A third-party library and the packages by which its use is recognised.
enum Library {
    CEL("cel", "dev.cel.", "com.google.common.", "com.google.protobuf."),
    FREEMARKER("freemarker", "freemarker."),
    SNAKEYAML("snakeyaml-engine", "org.snakeyaml."),
    JACKSON("jackson", "com.fasterxml.jackson."),
    JDBC("jdbc", "java.sql.", "javax.sql.", "org.sqlite."),
    SSHJ("sshj", "net.schmizz.", "com.hierynomus.", "org.bouncycastle.", "org.slf4j."),
    MINA_SSHD("MINA sshd", "org.apache.sshd."),
    PICOCLI("picocli", "picocli."),
    JLINE("JLine", "org.jline."),
    JAX_RS("jakarta.ws.rs", "jakarta.ws.rs."),
    QUARKUS(
            "Quarkus",
            "jakarta.enterprise.",
            "jakarta.inject.",
            "jakarta.annotation.",
            "org.eclipse.microprofile.config.",
            "io.vertx.");

    private final String word;
    private final Pattern names;

    Library(String word, String... prefixes) {
        this.word = word;
        this.names = Pattern.compile(String.join("|", prefixes).replace(".", "\\."));
    }

    String word() {
        return word;
    }

    static Optional<Library> of(String className) {
        return Arrays.stream(values())
                .filter(library -> library.names.matcher(className).lookingAt())
                .findFirst();
    }
}
