package dev.blackstart.proof.simulation;

import java.util.PriorityQueue;

/// What will happen, in the order of its time; at the same time, in the order it was planned.
final class Agenda {
    private record Entry(long at, long number, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long now;
    private long planned;

    /// True time in milliseconds.
    long now() {
        return now;
    }

    void after(long millis, Runnable what) {
        entries.add(new Entry(now + Math.max(0, millis), planned++, what));
    }

    /// Does the next thing; false when nothing is left.
    boolean next() {
        Entry entry = entries.poll();
        if (entry == null) {
            return false;
        }
        now = entry.at();
        entry.what().run();
        return true;
    }
}
