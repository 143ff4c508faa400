package dev.blackstart.door.cli.doctor;

import dev.blackstart.view.Json;
import dev.blackstart.view.Width;
import dev.blackstart.view.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The findings of the doctor: a grade, a sentence and a next step each, and one sentence over all.
public record DoctorPage(List<Dependency> dependencies, int columns) {
    public DoctorPage {
        dependencies = List.copyOf(dependencies);
    }

    public List<String> lines() {
        int wide = dependencies.stream().mapToInt(it -> Width.of(it.on())).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Dependency it : dependencies) {
            String before = "%-6s  %s  ".formatted(it.grade().name(), Width.pad(it.on(), wide));
            lines.addAll(hanging(before, it.says()));
            it.next()
                    .ifPresent(next ->
                            lines.addAll(hanging(" ".repeat(before.length()), "next: " + next)));
        }
        lines.add("");
        lines.addAll(Wrapped.lines(verdict(), columns));
        return lines;
    }

    private List<String> hanging(String before, String words) {
        List<String> lines = new ArrayList<>();
        for (String line : Wrapped.lines(words, Math.max(20, columns - before.length()))) {
            lines.add((lines.isEmpty() ? before : " ".repeat(before.length())) + line);
        }
        return lines;
    }

    private long count(Grade grade) {
        return dependencies.stream().filter(it -> it.grade() == grade).count();
    }

    public Grade grade() {
        return count(Grade.FALLS) > 0
                ? Grade.FALLS
                : count(Grade.WEAK) > 0 ? Grade.WEAK : Grade.STANDS;
    }

    private String verdict() {
        return switch (grade()) {
            case STANDS -> "Blackstart stands by itself.";
            case WEAK -> "Blackstart stands by itself, with " + count(Grade.WEAK) + " weak.";
            case FALLS ->
                    "Blackstart would fall with what it is to repair, in "
                            + count(Grade.FALLS)
                            + " of "
                            + dependencies.size()
                            + ".";
        };
    }

    public Json json() {
        return Json.object()
                .with("doctor", Json.of(1))
                .with("grade", word(grade()))
                .with(
                        "dependencies",
                        Json.array(
                                dependencies,
                                it ->
                                        Json.object()
                                                .with("on", it.on())
                                                .with("grade", word(it.grade()))
                                                .with("says", it.says())
                                                .with("next", it.next())));
    }

    private static String word(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }
}
