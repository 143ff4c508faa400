package dev.blackstart.view.map;

import dev.blackstart.topology.Chart;
import dev.blackstart.topology.Need;
import dev.blackstart.topology.Objection;
import dev.blackstart.view.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The map of services as a picture that needs nothing but a browser: one below the other in the
/// order of a black start, an arc to what is needed, circles and cuts drawn so that they are told
/// apart without colour.
public final class MapSvg {
    private static final int LINE = 20;
    private static final int LETTER = 7;
    private static final int MARGIN = 28;

    private final Chart chart;
    private final List<Objection> objections;
    private final Layout layout;
    private final Edges edges;

    public MapSvg(Chart chart, List<Objection> objections) {
        this.chart = chart;
        this.objections = List.copyOf(objections);
        this.layout = new Layout(chart);
        this.edges = new Edges(chart);
    }

    public List<String> lines() {
        List<String> below = below();
        int width = layout.width();
        int height = layout.bottom() + LINE * (below.size() + 4);
        List<String> lines = new ArrayList<>();
        lines.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"Map of services\">"
                        .formatted(width, height, width, height));
        SvgLooks.HEAD.lines().forEach(lines::add);
        lines.add("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>");
        lines.add(
                SvgText.of(MARGIN, 36, "title", "What needs what, in the order of a black start"));
        layout.waves().forEach(wave -> lines.addAll(band(wave)));
        for (Edges.Look look : Edges.Look.values()) {
            chart.needs().stream()
                    .filter(need -> edges.look(need) == look)
                    .forEach(need -> lines.add(arc(need, look)));
        }
        SvgBox boxes = new SvgBox(chart, layout);
        layout.boxes().values().forEach(box -> lines.addAll(boxes.lines(box)));
        legend(lines, layout.bottom() + LINE);
        for (int i = 0; i < below.size(); i++) {
            int y = layout.bottom() + LINE * (i + 3);
            lines.add(SvgText.of(MARGIN, y, "says", below.get(i)));
        }
        lines.add("</svg>");
        return lines;
    }

    private List<String> band(Layout.Wave wave) {
        return List.of(
                "<rect class=\"band\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                        .formatted(MARGIN, wave.y(), layout.width() - 2 * MARGIN, wave.high()),
                SvgText.of(MARGIN + 10, wave.y() + 27, "on", wave.word()));
    }

    /// Upwards on the left; what is needed and comes later only, on the right.
    private String arc(Need need, Edges.Look look) {
        Layout.Box from = layout.boxes().get(need.service());
        Layout.Box to = layout.boxes().get(need.needs());
        if (from == null || to == null) {
            return "";
        }
        boolean up = to.row() < from.row();
        int side = up ? layout.left() : layout.right();
        int reach = Layout.reach(from, to) * 4 / 3 * (up ? -1 : 1);
        int leaves = from.middle() + (up ? -7 : 7);
        int arrives = to.middle() + (up ? 7 : -7);
        String kind = look.name().toLowerCase(Locale.ROOT);
        return "<path class=\"edge %s %s\" marker-end=\"url(#%s)\" d=\"M%d %dC%d %d %d %d %d %d\"><title>%s needs %s to %s</title></path>"
                .formatted(
                        kind,
                        need.toStart() ? "start" : "run",
                        kind,
                        side,
                        leaves,
                        side + reach,
                        leaves,
                        side + reach,
                        arrives,
                        side + (up ? -2 : 2),
                        arrives,
                        need.service(),
                        need.needs(),
                        need.kind());
    }

    private void legend(List<String> lines, int y) {
        String[] words = {"needs it to start", "needs it to run", "a circle", "the cheapest cut"};
        String[] looks = {"plain start", "plain run", "circle start", "cut start"};
        for (int i = 0; i < words.length; i++) {
            int x = MARGIN + i * 156;
            lines.add(
                    "<path class=\"edge %s\" d=\"M%d %dh30\"/>".formatted(looks[i], x, y - 4)
                            + SvgText.of(x + 38, y, "on", words[i]));
        }
        int x = MARGIN + words.length * 156;
        lines.add(
                "<rect class=\"box inside\" x=\"%d\" y=\"%d\" width=\"30\" height=\"14\" rx=\"3\"/>"
                                .formatted(x, y - 11)
                        + SvgText.of(x + 38, y, "on", "lives inside what it serves"));
    }

    /// What stands in its own way, in words.
    private List<String> below() {
        List<String> lines = new ArrayList<>();
        int columns = (layout.width() - 2 * MARGIN) / LETTER;
        for (Objection objection : objections) {
            lines.addAll(
                    Wrapped.lines((objection.error() ? "✗ " : "• ") + objection.says(), columns));
        }
        return lines;
    }
}
