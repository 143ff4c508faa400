package dev.blackstart.door.cli;

import dev.blackstart.run.RunId;
import dev.blackstart.view.Look;
import dev.blackstart.view.Paragraph;
import dev.blackstart.view.UnknownLines;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Where lines for people go. Lines printed together stay together, whoever else prints. While a
/// question is open, news wait: nothing scrolls the question away.
final class Screen {
    /// How long something urgent waits for a terminal that takes nothing.
    private static final long URGENT_MILLIS = 500;

    private final Surface surface;
    private final Look look;
    private final String prefix;
    private final NextSteps steps;
    private final News news = new News();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean parted;
    private boolean bare;

    /// With the usual journal.
    ///
    /// @param prefix begins every line, such as `DRILL `
    Screen(Surface surface, Look look, String prefix) {
        this(surface, look, prefix, NextSteps.USUAL);
    }

    Screen(Surface surface, Look look, String prefix, NextSteps steps) {
        this.surface = surface;
        this.look = look;
        this.prefix = prefix;
        this.steps = steps;
    }

    /// Columns that are left for a line.
    int columns() {
        return surface.columns() - prefix.length();
    }

    int rows() {
        return surface.rows();
    }

    boolean live() {
        return surface.live();
    }

    String waiting(String reason) {
        return (drill() ? "The drill was left: " : "The run waits: ") + reason + ".";
    }

    private boolean drill() {
        return prefix.equals(DrillOpening.PREFIX);
    }

    /// What a person can do about a run that stands still.
    ///
    /// @param then such as `goes on`
    String afterwards(RunId run, String then) {
        return drill()
                ? "A drill ends with its world and cannot be taken up again; start it afresh."
                : "blackstart resume " + run + " " + then + ".";
    }

    /// What a person can do about a run that closed with something unknown.
    String afterUnknowns(RunId run) {
        return drill()
                ? "Nobody can ask a drill's hosts any more; they ended with its world."
                : UnknownLines.findOut(run);
    }

    /// One sentence; on a terminal broken at blanks.
    void print(String sentence) {
        print(flowing(sentence));
    }

    void print(List<String> lines) {
        locked(() -> surface.print(drawn(lines)));
    }

    /// Lines that can wait until no question is open.
    void news(List<String> lines) {
        locked(() -> {
            if (!news.held(lines) && !lines.isEmpty()) {
                surface.print(drawn(lines));
            }
        });
    }

    /// One sentence that can wait.
    void news(String sentence) {
        news(flowing(sentence));
    }

    /// What goes on now, redrawn in place; nothing while a question is open.
    void region(List<String> lines) {
        locked(() -> surface.region(news.holding() || bare ? List.of() : drawn(lines)));
    }

    /// From here on news wait.
    void hold() {
        locked(() -> {
            news.hold();
            surface.region(List.of());
        });
    }

    /// Shows the news that waited.
    void release() {
        locked(() -> {
            List<String> waited = news.release();
            if (!waited.isEmpty()) {
                surface.print(drawn(waited));
            }
        });
    }

    /// Does not wait for a terminal that is stopped.
    void urgent(List<String> lines) {
        soon(() -> surface.print(drawn(lines)));
    }

    /// The last words of a process that ends: nothing is drawn after them.
    void parting(List<String> lines) {
        soon(() -> {
            surface.region(List.of());
            surface.print(drawn(lines));
            parted = true;
        });
    }

    private void soon(Runnable drawing) {
        try {
            if (lock.tryLock(URGENT_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    drawing.run();
                } finally {
                    lock.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Throws away what was typed before, and reads one line.
    Reply ask(String words, String draft) {
        return surface.ask(drawn(List.of(words)).getFirst() + " ", draft);
    }

    /// Reads one line unless it is over before that; news are drawn meanwhile.
    Reply askUntil(String words, String draft, BooleanSupplier over) {
        bare(true);
        try {
            return surface.askUntil(drawn(List.of(words)).getFirst() + " ", draft, over);
        } finally {
            bare(false);
        }
    }

    /// The line to type in stands where the region would.
    private void bare(boolean now) {
        locked(() -> {
            bare = now;
            surface.region(List.of());
        });
    }

    void cancel() {
        surface.cancel();
    }

    /// What is asked has changed: it is shown again, with what was typed so far.
    void redraw() {
        surface.redraw();
    }

    /// Nothing will be asked any more.
    void finish() {
        surface.finish();
    }

    void notice(String words) {
        locked(() -> surface.notice(words));
    }

    void clear() {
        locked(surface::clear);
    }

    void interrupts(Runnable handler) {
        surface.interrupts(handler);
    }

    /// Leaves the terminal as it was found.
    void close() {
        surface.close();
    }

    private void locked(Runnable drawing) {
        lock.lock();
        try {
            if (!parted) {
                drawing.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<String> flowing(String words) {
        String sentence = steps.in(words);
        return surface.terminal() ? Paragraph.flowing(sentence, columns()) : List.of(sentence);
    }

    private List<String> drawn(List<String> lines) {
        String before = look.prefix(prefix);
        return look.drawn(lines.stream().map(steps::in).toList(), columns()).stream()
                .map(line -> (before + line).stripTrailing())
                .toList();
    }
}
