package dev.blackstart.service;

import dev.blackstart.transport.Completion;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What went wrong on the way to hosts since the service was started, by kind. Thread-safe.
public final class SshErrors {
    private static final String LOST = "lost";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public SshErrors() {
        for (Completion.Cause cause : Completion.Cause.values()) {
            counts.put(word(cause), new LongAdder());
        }
        counts.put(LOST, new LongAdder());
    }

    private static String word(Completion.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    public void saw(Completion completion) {
        switch (completion) {
            case Completion.Unreachable it -> add(word(it.cause()));
            case Completion.Lost it -> add(LOST);
            case Completion.Exited it -> {}
            case Completion.Signalled it -> {}
            case Completion.DeadlinePassed it -> {}
        }
    }

    private void add(String word) {
        counts.computeIfAbsent(word, it -> new LongAdder()).increment();
    }

    /// Every kind with its count.
    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((word, count) -> all.put(word, count.sum()));
        return all;
    }
}
