package dev.blackstart.proof.power;

import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a command said it saw and could not record, and where it holds that.
///
/// @param steps whose end it saw
record Held(List<String> steps, Optional<Path> file) {
    private static final Pattern SEEN =
            Pattern.compile("(?m)^(\\w+) on a .* but this could not be recorded");
    private static final Pattern WHERE = Pattern.compile("Held in\\s+(\\S+)");

    static Held of(String said) {
        List<String> steps = new ArrayList<>();
        Matcher seen = SEEN.matcher(said);
        while (seen.find()) {
            steps.add(seen.group(1));
        }
        Matcher where = WHERE.matcher(said);
        return new Held(
                steps, where.find() ? Optional.of(Path.of(where.group(1))) : Optional.empty());
    }

    /// What is seen is held outside of the journal, one sentence where it is not.
    List<String> missing() {
        return steps.isEmpty() || file.filter(Files::isRegularFile).isPresent()
                ? List.of()
                : List.of(steps + " ended, were not recorded, and are held nowhere: " + file);
    }

    /// The next command has recorded it as it was seen, once, and needs no word of the host.
    List<String> notRecorded(List<RunEvent> events) {
        List<String> wrong = new ArrayList<>();
        for (String step : steps) {
            long ends = events.stream().filter(it -> ends(it, step)).count();
            if (ends != 1) {
                wrong.add("%s was held and is recorded as ended %d times".formatted(step, ends));
            }
        }
        if (file.filter(Files::exists).isPresent()) {
            wrong.add("what was recorded is still held in " + file.get());
        }
        return wrong;
    }

    private static boolean ends(RunEvent event, String step) {
        return event instanceof RunEvent.Ended it
                && it.action().step().value().equals(step)
                && it.outcome() instanceof Outcome.Succeeded;
    }
}
