package dev.blackstart.view;

import dev.blackstart.run.Argument;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.NextLook;
import dev.blackstart.run.Weighed;
import dev.blackstart.runbook.Runbook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What speaks for a hypothesis and against it, each reason labelled by what is true of it, and the
/// next check that would decide.
record HypothesisLines(Runbook runbook, int columns) {
    private static final int INDENT = Section.INDENT + 2;

    /// With the verdict and the author's words.
    List<String> whole(Weighed weighed) {
        List<String> lines = new ArrayList<>();
        lines.add(weighed.verdict() + "  " + weighed.name());
        says(weighed).forEach(words -> lines.addAll(labelled("", words)));
        lines.addAll(arguments(weighed));
        lines.addAll(next(weighed));
        return List.copyOf(lines);
    }

    private List<String> says(Weighed weighed) {
        var hypothesis = runbook.hypotheses().get(weighed.name());
        return hypothesis == null ? List.of() : List.of(hypothesis.says());
    }

    /// What speaks for and against one that is not decided, what is missing, and what is next.
    List<String> undecided(Weighed weighed) {
        List<String> lines = new ArrayList<>(arguments(weighed));
        lines.addAll(next(weighed));
        return List.copyOf(lines);
    }

    private List<String> arguments(Weighed weighed) {
        List<String> lines = new ArrayList<>();
        for (Argument.Side side : Argument.Side.values()) {
            String label = side.name().toLowerCase(Locale.ROOT);
            reasons(weighed, side).forEach(reason -> lines.addAll(labelled(label, reason)));
        }
        return lines;
    }

    private static Set<String> reasons(Weighed weighed, Argument.Side side) {
        Set<String> reasons = new LinkedHashSet<>();
        weighed.arguments().stream()
                .filter(argument -> argument.side() == side)
                .forEach(argument -> reasons.addAll(argument.reasons()));
        return reasons;
    }

    private List<String> next(Weighed weighed) {
        if (weighed.verdict() != HypothesisVerdict.UNDECIDED) {
            return List.of();
        }
        if (weighed.contradictory()) {
            return labelled("next", "the evidence contradicts itself; look at both sides by hand");
        }
        if (weighed.next().isEmpty()) {
            return labelled("next", "no check of this runbook would decide it");
        }
        return labelled("next", look(weighed.next().getFirst()));
    }

    private static String look(NextLook look) {
        String what = look.hosts().isEmpty() ? "the question " : "check ";
        String where = look.hosts().isEmpty() ? "" : " on " + HostNames.shown(look.hosts(), 40);
        return what + look.step() + where + " would decide: " + look.reason();
    }

    private List<String> labelled(String label, String words) {
        return Section.whole("  " + label, Wrapped.lines(words, columns - INDENT)).shownAt(INDENT);
    }
}
