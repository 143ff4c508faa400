package dev.blackstart.transport.wrapper;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the lines that the other classes of this package write.
final class Unwrapping {
    /// Stands before the seven words of an upload, behind which a command may follow.
    private static final String UPLOAD = "blackstart-upload";

    private static final int UPLOAD_WORDS = 8;

    /// Names of what every command gets.
    private static final Set<String> ALWAYS =
            Surroundings.ALWAYS.stream()
                    .map(it -> it.substring(0, it.indexOf('=')))
                    .collect(Collectors.toUnmodifiableSet());

    private final String line;
    private List<String> words;

    Unwrapping(String line) {
        this.line = line;
        this.words = ShellWord.words(line).orElse(List.of());
    }

    Unwrapped read() {
        if (!skip("exec")) {
            return plain();
        }
        if (words.size() > 3 && words.get(3).equals("blackstart-as-root")) {
            drop(4);
        }
        if (!skip("env")) {
            return plain();
        }
        Map<String, String> env = environment();
        if (words.size() < 5 || !skip("/bin/sh") || !skip("-c")) {
            return plain();
        }
        return switch (words.get(1)) {
            case "blackstart-act" ->
                    new Unwrapped.Act(
                            words.get(3),
                            words.get(4),
                            Duration.ofSeconds(Long.parseLong(words.get(5))),
                            fence(9),
                            Optional.of(words.get(10)).filter(word -> !word.isEmpty()),
                            carried(env),
                            guard(words.get(8)),
                            upload());
            case "blackstart-bare" ->
                    new Unwrapped.Act(
                            words.get(2),
                            words.get(2),
                            Duration.ofSeconds(Long.parseLong(words.get(3))),
                            Optional.empty(),
                            Optional.empty(),
                            carried(env),
                            Optional.empty(),
                            upload());
            case "blackstart-receipt" ->
                    new Unwrapped.AskReceipt(words.get(2), words.get(3), fence(5));
            case "blackstart-disarm" -> new Unwrapped.Disarm(words.get(2), words.get(3), fence(5));
            case "blackstart-work" ->
                    new Unwrapped.Work(
                            words.get(2), words.get(3), words.get(4).equals("yes"), fence(5));
            case "blackstart-release" -> new Unwrapped.Release(Fence.of(words.get(2)));
            default -> new Unwrapped.Look(carried(env), CheckCommand.saysBegun(words.getFirst()));
        };
    }

    private Optional<Fence> fence(int place) {
        return Optional.of(words.get(place)).filter(word -> !word.isEmpty()).map(Fence::of);
    }

    /// Its undo is one word of its own, which stands before the script that keeps the guard.
    private static Optional<Unwrapped.Guard> guard(String text) {
        int undo = text.indexOf("\nundo=");
        if (undo < 0) {
            return Optional.empty();
        }
        String word =
                text.substring(
                        undo + "\nundo=".length(), text.length() - Scripts.guard().length() - 1);
        long after = Long.parseLong(text.substring("after=".length(), text.indexOf('\n')));
        return ShellWord.words(word)
                .map(words -> new Unwrapping("exec " + words.getFirst()).undo())
                .map(carried -> new Unwrapped.Guard(Duration.ofSeconds(after), carried));
    }

    private Unwrapped.Carried undo() {
        skip("exec");
        if (words.size() > 3 && words.get(3).equals("blackstart-as-root")) {
            drop(4);
        }
        skip("env");
        return carried(environment());
    }

    private Optional<Unwrapped.Upload> upload() {
        int at = words.indexOf(UPLOAD);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        new Unwrapped.Upload(
                                words.get(at + 1), words.get(at + 2), words.get(at + 3)));
    }

    private Unwrapped plain() {
        return new Unwrapped.Look(new Unwrapped.Carried("run", line, Map.of()), false);
    }

    private Map<String, String> environment() {
        Map<String, String> env = new LinkedHashMap<>();
        while (!words.isEmpty() && assigns(words.getFirst())) {
            String[] pair = words.getFirst().split("=", 2);
            if (!ALWAYS.contains(pair[0])) {
                env.put(pair[0], pair[1]);
            }
            drop(1);
        }
        return env;
    }

    /// A name of letters, digits and `_`, and what it is set to.
    private static boolean assigns(String word) {
        int equals = word.indexOf('=');
        for (int i = 0; i < equals; i++) {
            char c = word.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return equals > 0;
    }

    /// The interpreter's last words are `-c`, the text and its label; a redirection may follow.
    private Unwrapped.Carried carried(Map<String, String> env) {
        Optional<String> last = Optional.of(words.getLast()).filter("</dev/null"::equals);
        int end = words.size() - (last.isPresent() ? 1 : 0);
        int upload = words.indexOf(UPLOAD);
        if (upload >= 0 && end == upload + UPLOAD_WORDS) {
            Map<String, String> alone = new LinkedHashMap<>(env);
            alone.put("UPLOAD_TO", words.get(upload + 1));
            return new Unwrapped.Carried("upload", "", alone);
        }
        return new Unwrapped.Carried(words.get(end - 1), words.get(end - 2), env);
    }

    private boolean skip(String word) {
        boolean there = !words.isEmpty() && words.getFirst().equals(word);
        if (there) {
            drop(1);
        }
        return there;
    }

    private void drop(int count) {
        words = words.subList(Math.min(count, words.size()), words.size());
    }
}
