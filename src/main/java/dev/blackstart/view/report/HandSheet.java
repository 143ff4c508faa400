package dev.blackstart.view.report;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A runbook as a page that a person can follow by hand when nothing else is left.
///
/// @param inventory the hosts to name, `EMPTY` when there is none
public record HandSheet(Runbook runbook, Inventory inventory) implements Pages {
    private static final int VERSION = 1;
    private static final String MAIN_FILE = "runbook.yaml";

    @Override
    public String template() {
        return "runbook";
    }

    @Override
    public Json.Fields json() {
        return Json.object()
                .with("sheet", Json.of(VERSION))
                .with("runbook", runbook.name().value())
                .with("title", runbook.title())
                .with("owner", runbook.owner())
                .with("exercise_every", runbook.exerciseEvery().map(Elapsed::shown))
                .with("parameters", Json.array(runbook.parameters().values(), HandSheet::parameter))
                .with("hypotheses", new SheetHypotheses(runbook).all())
                .with("hosts", new SheetHosts(inventory).json(runbook))
                .with("needs", new Json.Array(new SheetNeeds(runbook).json()))
                .with("steps", new Json.Array(steps()))
                .with("owed", new Json.Array(new SheetOwed(runbook).json()))
                .with(
                        "files",
                        Json.array(
                                runbook.files().entrySet().stream()
                                        .filter(it -> typed(it.getKey()))
                                        .toList(),
                                it ->
                                        Json.object()
                                                .with("path", it.getKey())
                                                .with("source", Json.of(source(it.getKey())))
                                                .with("text", it.getValue())
                                                .with("code", saved(it.getKey(), it.getValue()))));
    }

    /// What a template makes stands where it is put in place.
    private static boolean typed(String path) {
        return !path.equals(MAIN_FILE) && !path.startsWith("templates/");
    }

    /// The text of a runbook that is called: to look up, not to type.
    private static boolean source(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    /// Pasted on a host it makes the file.
    private static String saved(String path, String content) {
        int folder = path.lastIndexOf('/');
        String before =
                folder > 0 ? "mkdir -p " + ShellWord.of(path.substring(0, folder)) + "\n" : "";
        return before + ShellWord.written(path, content);
    }

    private static Json parameter(Parameter it) {
        return Json.object()
                .with("name", it.name())
                .with("type", it.type().word())
                .with("default", it.fallback())
                .with("help", it.help())
                .with("values", Json.texts(it.values()));
    }

    private List<Json> steps() {
        SheetStep sheet = new SheetStep(new Readable(runbook, inventory), inventory);
        List<Json> steps = new ArrayList<>();
        for (Step step : runbook.steps()) {
            steps.add(sheet.json(step, steps.size() + 1));
        }
        return steps;
    }

    @Override
    public Map<String, Object> markdown() {
        return Values.SHEET_MARKDOWN.of(json());
    }

    @Override
    public Map<String, Object> html() {
        return Values.SHEET_HTML.of(json());
    }
}
