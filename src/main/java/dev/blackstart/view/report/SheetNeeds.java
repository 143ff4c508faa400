package dev.blackstart.view.report;

import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the hosts must have, asked of them once before the work begins.
record SheetNeeds(Runbook runbook) {
    /// By the hosts it is asked of, in the order of the steps.
    List<Json> json() {
        Map<String, Map<String, List<Integer>>> tools = new LinkedHashMap<>();
        List<Step> steps = runbook.steps();
        for (Step step : steps) {
            if (step instanceof Step.Targeted targeted) {
                for (String need : targeted.targets().needs()) {
                    tools.computeIfAbsent(
                                    targeted.targets().on().text(), on -> new LinkedHashMap<>())
                            .computeIfAbsent(need, it -> new ArrayList<>())
                            .add(steps.indexOf(step) + 1);
                }
            }
        }
        List<Json> rows = new ArrayList<>();
        tools.forEach((on, needs) -> rows.add(row(on, needs)));
        return rows;
    }

    private static Json row(String on, Map<String, List<Integer>> needs) {
        List<String> said = new ArrayList<>();
        needs.forEach((need, steps) -> said.add(words(need) + " (" + steps(steps) + ")"));
        return Json.object()
                .with("on", on)
                .with("tools", Json.texts(said))
                .with("code", code(List.copyOf(needs.keySet())));
    }

    private static String words(String need) {
        return need.replace("|", " or ");
    }

    private static String steps(List<Integer> numbers) {
        List<String> words = numbers.stream().map(String::valueOf).toList();
        return (words.size() == 1 ? "step " : "steps ") + String.join(", ", words);
    }

    /// Prints what is lacking; nothing when all is there.
    private static String code(List<String> needs) {
        List<String> lines = new ArrayList<>();
        lines.add("(");
        lines.add("PATH=\"$PATH:/usr/local/sbin:/usr/sbin:/sbin\"");
        for (String need : needs) {
            List<String> looks = new ArrayList<>();
            for (String one : need.split("\\|")) {
                looks.add("command -v " + one + " >/dev/null");
            }
            lines.add(String.join(" || ", looks) + " || echo 'lacks " + words(need) + "'");
        }
        lines.add(")");
        return String.join("\n", lines);
    }
}
