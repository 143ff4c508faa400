package dev.blackstart.engine;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.RunEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A journal whose appends of one kind of event fail a number of times, before or after they are on
/// disk; with a disk that can be low on space.
final class FailingJournal {
    private final Journal real;
    private final Class<? extends RunEvent> kind;
    private final boolean landed;
    private final AtomicInteger left;
    volatile boolean low;
    volatile boolean ballast;

    /// How a write that is not on disk fails.
    volatile JournalException.Kind how = JournalException.Kind.NOT_WRITTEN;

    /// @param landed the events are on disk all the same
    FailingJournal(Journal real, Class<? extends RunEvent> kind, int times, boolean landed) {
        this.real = real;
        this.kind = kind;
        this.landed = landed;
        this.left = new AtomicInteger(times);
    }

    Journal journal() {
        return (Journal)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Journal.class},
                        (proxy, method, arguments) -> {
                            switch (method.getName()) {
                                case "lowSpace" -> {
                                    return low;
                                }
                                case "roomNeeded" -> {
                                    return low ? "3 MiB are free; free 61 MiB" : "";
                                }
                                case "ballast" -> {
                                    return ballast;
                                }
                                case "releaseBallast" -> {
                                    ballast = false;
                                    low = false;
                                    left.set(0);
                                    return null;
                                }
                                default -> {}
                            }
                            boolean fails =
                                    method.getName().equals("append")
                                            && ((List<?>) arguments[4])
                                                    .stream().anyMatch(kind::isInstance)
                                            && left.getAndUpdate(it -> Math.max(0, it - 1)) > 0;
                            if (fails && !landed) {
                                throw failed(how);
                            }
                            try {
                                Object result = method.invoke(real, arguments);
                                if (fails) {
                                    throw failed(JournalException.Kind.WRITTEN_AFTER_ALL);
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static JournalException failed(JournalException.Kind kind) {
        return new JournalException(kind, "cannot write the journal: the disk is full");
    }
}
