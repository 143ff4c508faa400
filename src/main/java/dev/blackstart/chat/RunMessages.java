package dev.blackstart.chat;

import dev.blackstart.chat.Message.Button;
import dev.blackstart.chat.Message.Exact;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.ClosingLines;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.EvidenceTable;
import dev.blackstart.view.Standing;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A run as it should stand in a chat: its own message, and what is too long for that in its
/// thread.
final class RunMessages {
    private static final int COLUMNS = 96;

    /// A message of a thread has no more characters than this.
    private static final int PIECE = 9_000;

    /// A thread has no more pieces of one thing than this; what is longer is not answered here.
    private static final int MOST_PIECES = 12;

    /// Shown in the run's own message; longer things go into its thread.
    private static final int SHORT = 6_000;

    private final Snapshot run;
    private final Optional<GateView> gate;
    private final boolean here;
    private final Map<String, Message> parts = new LinkedHashMap<>();

    private RunMessages(Snapshot run, Optional<GateView> gate, boolean here) {
        this.run = run;
        this.gate = gate;
        this.here = here;
    }

    /// By their part of the run's thread; the run's own message is first, under the empty name.
    ///
    /// @param gate the open one
    /// @param here does this process carry the run out, so that an answer from chat counts?
    static Map<String, Message> of(
            Snapshot run, Optional<GateView> gate, Optional<EvidenceTable> evidence, boolean here) {
        RunMessages messages = new RunMessages(run, gate, here);
        messages.own();
        evidence.ifPresent(messages::evidence);
        return messages.parts;
    }

    private void own() {
        Map<String, Object> values = values();
        List<Exact> exact = gate.map(RunMessages::exact).orElse(List.of());
        List<Button> buttons = gate.map(this::buttons).orElse(List.of());
        boolean inThread = length(exact) > SHORT;
        List<Message> pieces = inThread ? pieces(exact) : List.of();
        boolean tooLong = pieces.size() > MOST_PIECES;
        values.put("in_thread", inThread && !tooLong);
        values.put("too_long", tooLong);
        values.put("elsewhere", gate.isPresent() && !here);
        parts.put(
                "",
                new Message(
                        "run",
                        values,
                        inThread ? List.of() : exact,
                        inThread || !here ? List.of() : buttons));
        if (inThread && !tooLong) {
            thread(pieces, here ? buttons : List.of());
        }
    }

    /// The buttons stand below the last piece: whoever clicks was shown the end.
    private void thread(List<Message> pieces, List<Button> buttons) {
        String id = gate.orElseThrow().gate().id().toString();
        for (int i = 0; i < pieces.size(); i++) {
            Message piece = pieces.get(i);
            boolean last = i == pieces.size() - 1;
            parts.put(
                    id + "-" + (i + 1),
                    last
                            ? new Message(piece.template(), piece.values(), piece.exact(), buttons)
                            : piece);
        }
    }

    private Map<String, Object> values() {
        RunEvent.RunOpened opened = run.opened();
        Map<String, Object> values = new HashMap<>();
        values.put("run", run.run().value());
        values.put("runbook", opened.runbook());
        values.put("title", Escaped.line(opened.title()));
        values.put("mode", opened.mode().name().toLowerCase(Locale.ROOT));
        values.put("by", opened.by().name());
        values.put("holder", run.state().wheel().holder().map(Person::name).orElse(""));
        values.put("standing", Standing.of(run.state()));
        values.put("open", run.state().closed().isEmpty());
        values.put("carried", run.carried());
        values.put("hypotheses", hypotheses());
        values.put("closing", closing());
        values.put("answers", answers());
        values.put("gate", gate.map(this::gate).orElse(Map.of()));
        return values;
    }

    private List<Map<String, Object>> hypotheses() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        run.events()
                .forEach(it -> {
                    if (it.event() instanceof RunEvent.Established said) {
                        verdicts.put(said.hypothesis().value(), said.verdict().toString());
                    }
                });
        List<Map<String, Object>> told = new ArrayList<>();
        verdicts.forEach((name, verdict) -> told.add(Map.of("name", name, "verdict", verdict)));
        return told;
    }

    private List<String> closing() {
        List<String> lines = new ArrayList<>();
        run.state()
                .closed()
                .ifPresent(closed -> {
                    lines.add(
                            ClosingLines.headline(
                                    closed.verdict(), run.opened().mode(), List.of()));
                    closed.reasons().forEach(reason -> lines.add(Escaped.line(reason)));
                });
        return lines;
    }

    /// Who answered what, in short.
    private List<String> answers() {
        List<String> lines = new ArrayList<>();
        run.events()
                .forEach(it -> {
                    if (it.event() instanceof RunEvent.GateAnswered said) {
                        lines.add(
                                "%s: %s by %s"
                                        .formatted(
                                                said.gate(),
                                                Escaped.line(said.choice()),
                                                said.by()));
                    }
                });
        return lines;
    }

    private Map<String, Object> gate(GateView view) {
        Gate it = view.gate();
        Map<String, Object> values = new HashMap<>();
        values.put("id", it.id().toString());
        values.put("headline", Escaped.line(it.headline()));
        values.put("hosts", it.targets().stream().sorted().map(Object::toString).toList());
        values.put("risk", it.risk().map(Risk::word).orElse(""));
        values.put("expires", it.expires().truncatedTo(ChronoUnit.SECONDS).toString());
        values.put("people", it.people());
        values.put("agreed", view.agreed().stream().map(Person::name).toList());
        values.put("digest", it.digest());
        values.put(
                "more",
                it.choices().stream()
                        .filter(choice -> choice.asks() != Choice.Asks.NOTHING)
                        .map(choice -> choice.key() + ": " + choice.label())
                        .toList());
        return values;
    }

    /// Everything an answer is bound to.
    private static List<Exact> exact(GateView view) {
        List<Exact> exact = new ArrayList<>();
        var pages = view.pages(COLUMNS);
        exact.add(new Exact("What will run", pages.details()));
        exact.add(new Exact("On which evidence", pages.lastingEvidence(view.opened())));
        exact.add(new Exact("Why", pages.why()));
        return exact;
    }

    private List<Button> buttons(GateView view) {
        Gate it = view.gate();
        return it.choices().stream()
                .filter(choice -> choice.asks() == Choice.Asks.NOTHING)
                .map(choice -> button(it, choice))
                .toList();
    }

    private Button button(Gate it, Choice choice) {
        boolean forGood = it.risk().filter(Risk.IRREVERSIBLE::equals).isPresent();
        return new Button(
                run.run(),
                it.id(),
                it.digest(),
                choice.key(),
                Escaped.line(choice.label()),
                choice.typed(),
                forGood && it.yes(choice.key()),
                choice.key().equals(it.fallback()),
                it.expires());
    }

    private static int length(List<Exact> exact) {
        return exact.stream()
                .flatMap(it -> it.lines().stream())
                .mapToInt(it -> it.length() + 1)
                .sum();
    }

    private static List<Message> pieces(List<Exact> exact) {
        List<Message> pieces = new ArrayList<>();
        for (Exact one : exact) {
            List<String> lines = new ArrayList<>();
            int length = 0;
            for (String line : one.lines()) {
                if (length + line.length() > PIECE) {
                    pieces.add(piece(one.title(), lines));
                    lines.clear();
                    length = 0;
                }
                lines.add(line);
                length += line.length() + 1;
            }
            pieces.add(piece(one.title(), lines));
        }
        return pieces;
    }

    private static Message piece(String title, List<String> lines) {
        return new Message(
                "piece", Map.of("title", title), List.of(new Exact(title, lines)), List.of());
    }

    private void evidence(EvidenceTable table) {
        List<Message> pieces = pieces(List.of(new Exact("What was found", table.lines(COLUMNS))));
        for (int i = 0; i < Math.min(pieces.size(), MOST_PIECES); i++) {
            parts.put("found-" + (i + 1), pieces.get(i));
        }
        if (pieces.size() > MOST_PIECES) {
            parts.put(
                    "found-more",
                    Message.said(
                            "There is more than fits here; blackstart evidence %s shows all of it."
                                    .formatted(run.run())));
        }
    }
}
