package dev.blackstart.reading;

import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Decoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files of one runbook: on disk, or a frozen copy.
interface Folder {
    /// What stands at a path relative to the folder.
    Lookup bytes(String path);

    sealed interface Lookup {}

    /// One byte more than may be read says that there is more.
    final class Found implements Lookup {
        private final byte[] bytes;

        Found(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /// @param hint what may have been meant
    record Missing(String hint) implements Lookup {}

    /// A symbolic link leads out of the folder.
    record Outside() implements Lookup {}

    static Folder frozen(Map<String, String> files) {
        return path -> {
            String text = files.get(path);
            return text == null
                    ? new Missing(Nearest.hint(path, files.keySet().stream().sorted().toList()))
                    : new Found(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    static Folder of(Path folder) {
        return path -> {
            try {
                Path file = folder.resolve(path);
                if (!Files.exists(file) || Files.isDirectory(file)) {
                    return new Missing(Nearest.hint(path, siblings(folder, file)));
                }
                return file.toRealPath().startsWith(folder.toRealPath())
                                && Files.isRegularFile(file)
                        ? new Found(read(file))
                        : new Outside();
            } catch (IOException e) {
                return new Missing("; what stands there cannot be read by you");
            }
        };
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Decoding.LARGEST + 1);
        }
    }

    private static List<String> siblings(Path folder, Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(f -> folder.relativize(f).toString()).sorted().limit(20).toList();
        }
    }
}
