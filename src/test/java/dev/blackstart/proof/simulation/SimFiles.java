package dev.blackstart.proof.simulation;

import dev.blackstart.run.Digests;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of one host, and what its wrapper does with them. They outlive a reboot.
final class SimFiles {
    private static final String ABSENT = "absent";

    /// What an upload that is refused ends with.
    static final int REFUSED = 65;

    private final Map<String, String> contents = new HashMap<>();

    /// What was there before an upload, by the file and what was put there.
    private final Map<String, Optional<String>> before = new HashMap<>();

    /// As `head` and `sha256sum` would print it.
    String look(String path) {
        return Optional.ofNullable(contents.get(path))
                .map(text -> "file %s %d\n%s".formatted(Digests.sha256(text), text.length(), text))
                .orElse("absent\n");
    }

    Optional<String> hash(String path) {
        return Optional.ofNullable(contents.get(path)).map(Digests::sha256);
    }

    Optional<String> text(String path) {
        return Optional.ofNullable(contents.get(path));
    }

    void put(String path, String text) {
        contents.put(path, text);
    }

    /// @return why it was refused
    Optional<String> upload(Unwrapped.Upload upload, String content) {
        String now = hash(upload.to()).orElse(ABSENT);
        if (!now.equals(upload.before())) {
            return Optional.of(
                    "blackstart: %s was not changed: somebody changed it after you saw it"
                            .formatted(upload.to()));
        }
        if (!now.equals(upload.sha256())) {
            before.putIfAbsent(
                    upload.to() + upload.sha256(), Optional.ofNullable(contents.get(upload.to())));
            contents.put(upload.to(), content);
        }
        return Optional.empty();
    }

    /// @return exit status
    int restore(Map<String, String> env) {
        String path = env.getOrDefault("UPLOAD_TO", "");
        String after = env.getOrDefault("UPLOAD_AFTER", "");
        String now = hash(path).orElse(ABSENT);
        Optional<String> old = before.getOrDefault(path + after, Optional.empty());
        if (!before.containsKey(path + after)) {
            return now.equals(after) ? REFUSED : 0;
        }
        if (!now.equals(after)) {
            return now.equals(old.map(Digests::sha256).orElse(ABSENT)) ? 0 : REFUSED;
        }
        before.remove(path + after);
        old.ifPresentOrElse(text -> contents.put(path, text), () -> contents.remove(path));
        return 0;
    }
}
