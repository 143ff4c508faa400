package dev.blackstart.proof.simulation;

import dev.blackstart.transport.wrapper.Unwrapped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The commands of a host. `ask KEY` prints 1 or 0 and `size PATH` 1 for a whole file; `set KEY
/// VALUE` and `drop KEY VALUE` (which cuts the connection), `save PATH`, `leak KEY VALUE` (which
/// prints a secret) and `reboot` are effects.
final class SimShell {
    /// @param exit the command's own, which is not what chance wanted when it refuses
    record Result(int exit, String stderr) {}

    private final SimFiles files;
    private final Map<String, String> states = new HashMap<>();

    SimShell(SimFiles files) {
        this.files = files;
    }

    void set(String key, String value) {
        states.put(key, value);
    }

    String value(String key) {
        return states.getOrDefault(key, "0");
    }

    String look(Unwrapped.Carried carried) {
        String to = carried.env().get("UPLOAD_TO");
        if (to != null) {
            return files.look(to);
        }
        if (carried.text().startsWith("sha256sum")) {
            return files.hash(carried.env().getOrDefault("ARTIFACT", "")).orElse("") + "\n";
        }
        String[] words = words(carried);
        return switch (words[0]) {
            case "ask" -> value(words[1]) + "\n";
            case "leak" -> value(words[1]) + " " + World.SECRET + "\n";
            case "size" ->
                    (files.text(words[1]).filter("whole"::equals).isPresent() ? "1" : "0") + "\n";
            default -> "";
        };
    }

    Result carryOut(Unwrapped.Act act, int chance, boolean whole, String stdin) {
        if (chance == 0 && act.upload().isPresent()) {
            Optional<String> refused = files.upload(act.upload().get(), stdin);
            if (refused.isPresent()) {
                return new Result(SimFiles.REFUSED, refused.get() + "\n");
            }
        }
        return run(act.carried(), chance, whole);
    }

    /// @param whole what it writes is all there; otherwise what it takes back stays as it was
    Result run(Unwrapped.Carried carried, int chance, boolean whole) {
        String[] words = words(carried);
        if (words[0].equals("leak") && chance != 0) {
            return new Result(chance, "not with " + World.SECRET + "\n");
        }
        if (chance != 0) {
            return new Result(chance, "");
        }
        if (carried.label().startsWith("restore ")) {
            return new Result(files.restore(carried.env()), "");
        }
        switch (words[0]) {
            case "set", "drop", "leak" -> {
                boolean back = words[2].contains("ORIGINAL");
                if (whole || !back) {
                    set(words[1], back ? original(carried) : words[2]);
                }
            }
            case "save" -> files.put(words[1], whole ? "whole" : "half");
            default -> {}
        }
        return new Result(0, words[0].equals("leak") ? "with " + World.SECRET + "\n" : "");
    }

    private static String[] words(Unwrapped.Carried carried) {
        return carried.text().strip().replace("'", "").split(" ");
    }

    private static String original(Unwrapped.Carried carried) {
        return carried.env().getOrDefault("ORIGINAL", "lost");
    }
}
