package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Words;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The matrix as a page can show it: hosts of which the same is to be said share a column, and a
/// table has few columns, so that it fits on paper.
final class Columns {
    /// Up to so many hosts have a column each.
    private static final int EACH = 10;

    /// With more different columns than this, the values that checks found are left out.
    private static final int MANY = 20;

    /// So many columns fit on a page of paper.
    private static final int ACROSS = 5;

    private final Runbook runbook;
    private final Map<HostName, Map<StepId, Cell>> byHost = new LinkedHashMap<>();
    private final Matrix matrix;

    private Columns(Runbook runbook, Matrix matrix) {
        this.runbook = runbook;
        this.matrix = matrix;
        matrix.hosts().forEach(host -> byHost.put(host, new LinkedHashMap<>()));
        for (Step step : runbook.steps()) {
            matrix.cells(step).forEach((host, cell) -> cellsOf(host).put(step.id(), cell));
        }
    }

    private Map<StepId, Cell> cellsOf(HostName host) {
        return byHost.computeIfAbsent(host, any -> new LinkedHashMap<>());
    }

    /// @return tables of `columns` (host names) and `rows` (step, outcome, cells)
    static Json tables(Matrix matrix) {
        return tables(matrix, ACROSS);
    }

    /// @param across most columns of a table
    static Json tables(Matrix matrix, int across) {
        Columns all = new Columns(matrix.runbook(), matrix);
        List<List<HostName>> columns = all.grouped();
        List<Json> tables = new ArrayList<>();
        for (int i = 0; i < Math.max(1, columns.size()); i += across) {
            tables.add(all.table(columns.subList(i, Math.min(columns.size(), i + across))));
        }
        return new Json.Array(tables);
    }

    private List<List<HostName>> grouped() {
        if (byHost.size() <= EACH) {
            return byHost.keySet().stream().map(List::of).toList();
        }
        List<List<HostName>> grouped = grouped(byHost);
        if (grouped.size() > MANY) {
            byHost.values()
                    .forEach(cells ->
                            cells.replaceAll(
                                    (step, cell) -> new Cell(cell.mark(), cell.word(), List.of())));
            return grouped(byHost);
        }
        return grouped;
    }

    private static List<List<HostName>> grouped(Map<HostName, Map<StepId, Cell>> byHost) {
        Map<Map<StepId, Cell>, List<HostName>> same = new LinkedHashMap<>();
        byHost.forEach(
                (host, cells) -> same.computeIfAbsent(cells, any -> new ArrayList<>()).add(host));
        return List.copyOf(same.values());
    }

    private Json table(List<List<HostName>> columns) {
        return Json.object()
                .with("columns", Json.array(columns, hosts -> new Json.Text(name(hosts))))
                .with("hosts", Json.array(columns, Json::texts))
                .with("rows", Json.array(runbook.steps(), step -> row(step, columns)));
    }

    private static String name(List<HostName> hosts) {
        return hosts.size() <= 3
                ? Words.hosts(hosts)
                : hosts.getFirst() + " … " + hosts.getLast() + " (" + hosts.size() + " hosts)";
    }

    private Json row(Step step, List<List<HostName>> columns) {
        return Json.object()
                .with("step", step.id().value())
                .with("whole", matrix.whole(step).json())
                .with(
                        "cells",
                        Json.array(
                                columns,
                                hosts ->
                                        Optional.ofNullable(
                                                        cellsOf(hosts.getFirst()).get(step.id()))
                                                .map(Cell::json)
                                                .orElseGet(Columns::nothing)));
    }

    private static Json.Fields nothing() {
        return new Cell(Mark.NONE, "", List.of()).json();
    }
}
