package dev.blackstart.view;

import java.util.List;

/// Something was asked for that is not done. Its lines are complete sentences for whoever asked.
public abstract class NotDone extends RuntimeException {
    private final List<String> lines;

    protected NotDone(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public final List<String> lines() {
        return lines;
    }
}
