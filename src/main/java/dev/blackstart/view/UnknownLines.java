package dev.blackstart.view;

import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What nobody knows about the actions of runs, and the verb that finds out.
public final class UnknownLines {
    private UnknownLines() {}

    /// Lines with a paragraph below them for each run in which something is unknown.
    ///
    /// @param carried does a living process carry the run out? What is under way there will end
    public static List<String> below(
            List<String> lines, List<RunState> states, Predicate<RunId> carried, int columns) {
        List<String> all = new ArrayList<>(lines);
        states.forEach(state ->
                of(state, carried).ifPresent(it -> all.addAll(Paragraph.lines(it, columns))));
        return List.copyOf(all);
    }

    /// Empty when all is known, and for a drill, whose world is gone.
    static Optional<String> of(RunState state, Predicate<RunId> carried) {
        boolean alone = state.opened().filter(opened -> carried.test(opened.run())).isEmpty();
        String actions =
                state.actions().all().stream()
                        .filter(it -> it.unknown() || it.inFlight() && alone)
                        .map(ActionProgress::intent)
                        .map(intent -> intent.action().toString())
                        .collect(Collectors.joining(", "));
        return state.opened()
                .filter(opened -> opened.mode() != Mode.DRILL && !actions.isEmpty())
                .map(opened ->
                        "What %s did is not known; %s".formatted(actions, findOut(opened.run())));
    }

    /// What to do next about it.
    public static String findOut(RunId run) {
        return "blackstart reconcile " + run + " finds out what is not known.";
    }
}
