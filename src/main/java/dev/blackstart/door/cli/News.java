package dev.blackstart.door.cli;

import java.util.ArrayList;
import java.util.List;

/// Lines that wait while a question is open; the oldest go when there are too many, and are
/// counted.
final class News {
    private static final int MOST = 500;

    private final List<String> held = new ArrayList<>();
    private boolean holding;
    private long gone;

    void hold() {
        holding = true;
    }

    boolean holding() {
        return holding;
    }

    /// @return whether the lines wait now
    boolean held(List<String> lines) {
        if (!holding) {
            return false;
        }
        held.addAll(lines);
        int over = held.size() - MOST;
        if (over > 0) {
            held.subList(0, over).clear();
            gone += over;
        }
        return true;
    }

    List<String> release() {
        holding = false;
        List<String> lines = new ArrayList<>();
        if (gone > 0) {
            lines.add("… " + gone + " more lines; blackstart report shows all");
        }
        lines.addAll(held);
        held.clear();
        gone = 0;
        return List.copyOf(lines);
    }
}
