package dev.blackstart.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Lock;
import dev.blackstart.run.RunId;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.RunTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Which runs there are, page by page.
record RunLists(Wire wire) {
    private static final int PAGE = 200;

    /// A name is shown so wide at most.
    private static final int NAME = 80;

    /// So many pages are asked for at most.
    private static final int MOST_PAGES = 500;

    /// @param filters begin with `&` each
    List<RunId> of(String filters) {
        return ids(filters, run -> true);
    }

    List<RunId> unknown() {
        return ids("", run -> run.path("unknown").asBoolean() || !run.has("verdict"));
    }

    List<RunId> indebted() {
        Set<RunId> runs = new LinkedHashSet<>();
        for (JsonNode loan : wire.get("/api/v1/loans").path("loans")) {
            runs.add(id(loan));
        }
        return List.copyOf(runs);
    }

    /// @param most so many at most
    List<RunTable.Row> rows(String filters, int most) {
        List<RunTable.Row> rows = new ArrayList<>();
        pages(filters, most, run -> rows.add(row(run)));
        return List.copyOf(rows.subList(0, Math.min(most, rows.size())));
    }

    private List<RunId> ids(String filters, Predicate<JsonNode> wanted) {
        List<RunId> runs = new ArrayList<>();
        pages(
                filters,
                Integer.MAX_VALUE,
                run -> {
                    if (wanted.test(run)) {
                        runs.add(id(run));
                    }
                });
        return List.copyOf(runs);
    }

    private void pages(String filters, int most, Consumer<JsonNode> each) {
        String before = "";
        int seen = 0;
        for (int page = 0; page < MOST_PAGES && seen < most; page++) {
            JsonNode answer = wire.get("/api/v1/runs?limit=" + PAGE + filters + before);
            answer.path("runs").forEach(each);
            seen += answer.path("runs").size();
            String next = answer.path("next").asText();
            if (!RunId.allowed(next)) {
                return;
            }
            before = "&before=" + next;
        }
    }

    private RunTable.Row row(JsonNode it) {
        try {
            String mode = it.path("mode").asText();
            return new RunTable.Row(
                    id(it),
                    Escaped.line(it.path("runbook").asText(), NAME),
                    Escaped.line(
                            it.has("drill") ? mode + " " + it.path("drill").asText() : mode, NAME),
                    Escaped.line(it.path("standing").asText(), NAME),
                    Escaped.line(it.path("by").asText(), NAME),
                    Instant.parse(it.path("opened").asText()),
                    List.of());
        } catch (DateTimeException e) {
            throw Answer.strange(wire.address());
        }
    }

    private RunId id(JsonNode run) {
        String id = run.path("run").asText();
        if (!RunId.allowed(id)) {
            throw Answer.strange(wire.address());
        }
        return new RunId(id);
    }

    List<HeldLock> locks() {
        List<HeldLock> held = new ArrayList<>();
        for (JsonNode lock : wire.get("/api/v1/locks").path("locks")) {
            held.add(lock(lock));
        }
        return List.copyOf(held);
    }

    private HeldLock lock(JsonNode it) {
        try {
            return new HeldLock(
                    new Lock(it.path("name").asText(), it.path("shown").asText()),
                    new Holder(
                            id(it),
                            it.path("person").asText(),
                            it.path("title").asText(),
                            Instant.parse(it.path("since").asText())),
                    it.path("acted").asBoolean(),
                    it.path("carried_out").asBoolean(),
                    it.path("unresolved").asBoolean());
        } catch (DateTimeException e) {
            throw Answer.strange(wire.address());
        }
    }
}
