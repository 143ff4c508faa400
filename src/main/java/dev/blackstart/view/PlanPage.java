package dev.blackstart.view;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Forecast;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Upload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What would run where, with everything rendered that can be rendered before a host has been
/// asked. Nothing is contacted for it.
public record PlanPage(Plan plan, int columns) {
    /// The path that stands for `[=artifact]` in a plan; the real one is made for the run.
    private static final String ARTIFACT = "ARTIFACT";

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                Escaped.line(
                        "Plan of " + plan.runbook().name() + ": " + plan.runbook().title(),
                        columns));
        lines.add("Nothing has been contacted. Conditions are decided on the evidence of the run.");
        Numbering numbers = new Numbering(plan.runbook().steps());
        for (Step step : plan.runbook().steps()) {
            lines.add("");
            Wrapped.lines(RunbookPage.heading(step, numbers.of(step)), columns).forEach(lines::add);
            lines.addAll(where(step));
            lines.addAll(uploads(step));
            lines.addAll(what(step));
            forecast(step)
                    .forEach(said ->
                            Wrapped.lines("forecast: " + said, columns - 4)
                                    .forEach(line -> lines.add("    " + line)));
            StepWords.clauses(step)
                    .forEach(said ->
                            Wrapped.lines(said, columns - 4)
                                    .forEach(line -> lines.add("    " + line)));
        }
        return List.copyOf(lines);
    }

    /// By the inventory alone: no host has been asked.
    private List<String> forecast(Step step) {
        return step instanceof Step.Acting acting
                ? new Forecast(plan, new RunState())
                        .of(acting, acting.targets().on().in(plan.inventory()))
                : List.of();
    }

    private List<String> where(Step step) {
        if (!(step instanceof Step.Targeted targeted)) {
            return List.of();
        }
        List<HostName> hosts = targeted.targets().on().in(plan.inventory());
        return List.of("    on " + HostNames.shown(hosts, columns - 7));
    }

    /// The new content of files that are put in place; what is there now nobody has asked.
    private List<String> uploads(Step step) {
        if (!(step instanceof Step.Acting acting) || acting.execution().upload().isEmpty()) {
            return List.of();
        }
        Upload upload = acting.execution().upload().get();
        Map<String, List<HostName>> byText = new LinkedHashMap<>();
        for (HostName host : acting.targets().on().in(plan.inventory())) {
            byText.computeIfAbsent(
                            text(upload.content(), plan.inventory().host(host)),
                            text -> new ArrayList<>())
                    .add(host);
        }
        List<String> lines = new ArrayList<>();
        byText.forEach((text, hosts) -> {
            lines.add("    " + upload.to() + " on " + HostNames.shown(hosts, columns / 2) + ":");
            Margin.lines(text, columns - 4, 8, "blackstart rehearse shows the difference")
                    .forEach(line -> lines.add("    " + line));
        });
        return lines;
    }

    private String text(Text text, Optional<Host> host) {
        return switch (text.render(scope(host))) {
            case Rendered.Done done -> done.text();
            case Rendered.Refused refused -> "cannot be rendered: " + refused.reason();
        };
    }

    private List<String> what(Step step) {
        if (!(step instanceof Step.Targeted targeted)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        StepWords.command(step)
                .filter(command -> !(command.body() instanceof Command.Body.Nothing))
                .ifPresent(command ->
                        rendered(command, targeted.targets().on().in(plan.inventory()))
                                .forEach((text, hosts) -> {
                                    if (hosts.size()
                                            < targeted.targets().on().in(plan.inventory()).size()) {
                                        lines.add(
                                                "    " + HostNames.shown(hosts, columns - 5) + ":");
                                    }
                                    Margin.lines(
                                                    text,
                                                    columns - 4,
                                                    8,
                                                    "blackstart show prints the runbook")
                                            .forEach(line -> lines.add("    " + line));
                                }));
        return lines;
    }

    private Map<String, List<HostName>> rendered(Command command, List<HostName> hosts) {
        Map<String, List<HostName>> byText = new LinkedHashMap<>();
        for (HostName host : hosts) {
            byText.computeIfAbsent(
                            rendered(command, plan.inventory().host(host)),
                            text -> new ArrayList<>())
                    .add(host);
        }
        return byText;
    }

    private String rendered(Command command, Optional<Host> host) {
        String root = command.sudo() ? "as root: " : "";
        return switch (command.body()) {
            case Command.Body.Script script -> root + script.file().path();
            case Command.Body.Nothing nothing -> root + "puts a file in place";
            case Command.Body.Run run -> root + text(run.text(), host);
        };
    }

    private Scope scope(Optional<Host> host) {
        return new Scope(
                plan.parameters(), plan.inventory(), host, Optional.of(ARTIFACT), Optional.empty());
    }

    public Json json() {
        return Json.object()
                .with("runbook", plan.runbook().name().value())
                .with("steps", Json.array(plan.runbook().steps(), this::json));
    }

    private Json json(Step step) {
        Json.Fields fields =
                Json.object().with("id", step.id().value()).with("kind", StepWords.kind(step));
        if (!(step instanceof Step.Targeted targeted)) {
            return fields;
        }
        List<HostName> hosts = targeted.targets().on().in(plan.inventory());
        Json.Fields placed = fields.with("hosts", Json.texts(hosts));
        return StepWords.command(step)
                .map(command ->
                        placed.with(
                                "commands",
                                Json.array(
                                        rendered(command, hosts).entrySet(),
                                        entry ->
                                                Json.object()
                                                        .with("hosts", Json.texts(entry.getValue()))
                                                        .with("text", entry.getKey()))))
                .orElse(placed);
    }
}
