package dev.blackstart.view.map;

import dev.blackstart.topology.Chart;
import dev.blackstart.topology.StartOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where each service stands in the picture: one below the other in the order of a black start, so
/// that arcs beside them never cross a box.
final class Layout {
    static final int TOP = 64;
    static final int HIGH = 34;
    private static final int STEP = 46;
    private static final int BETWEEN_WAVES = 12;
    private static final int LABELS = 96;
    private static final int LETTER = 8;

    /// What an arc reaches out: a bit more for each row it passes, up to a bound.
    private static final int REACH = 26;

    private static final int REACH_A_ROW = 13;
    private static final int MOST_ROWS = 16;

    /// @param row counted from the top
    record Box(String service, int row, int y) {
        int middle() {
            return y + HIGH / 2;
        }
    }

    /// @param word what stands before its first row
    record Wave(String word, int y, int high) {}

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Wave> waves = new ArrayList<>();
    private final int wide;
    private int bottom = TOP;

    Layout(Chart chart) {
        StartOrder order = chart.order();
        int longest = 12;
        for (String service : chart.inventory().services().keySet()) {
            longest = Math.max(longest, service.length());
        }
        wide = longest * LETTER + 28;
        for (int i = 0; i < order.waves().size(); i++) {
            place("wave " + (i + 1), order.waves().get(i));
        }
        if (!order.stuck().isEmpty()) {
            place("never", order.stuck());
        }
    }

    private void place(String word, List<String> services) {
        int from = bottom;
        for (String service : services) {
            boxes.put(service, new Box(service, boxes.size(), bottom + 6));
            bottom += STEP;
        }
        waves.add(new Wave(word, from, bottom - from));
        bottom += BETWEEN_WAVES;
    }

    static int reach(Box from, Box to) {
        return REACH + REACH_A_ROW * Math.min(MOST_ROWS, Math.abs(from.row() - to.row()));
    }

    Map<String, Box> boxes() {
        return boxes;
    }

    List<Wave> waves() {
        return waves;
    }

    /// Room for the arcs beside the boxes.
    private int arcs() {
        return REACH + REACH_A_ROW * Math.min(MOST_ROWS, Math.max(1, boxes.size() - 1));
    }

    int left() {
        return LABELS + arcs();
    }

    int right() {
        return left() + wide;
    }

    int wide() {
        return wide;
    }

    /// Where words about a service begin.
    int words() {
        return right() + arcs() * 3 / 4 + 24;
    }

    int width() {
        return words() + 400;
    }

    int bottom() {
        return bottom;
    }
}
