package dev.blackstart.door.rest;

import dev.blackstart.journal.EventCodec;
import dev.blackstart.run.Recorded;
import dev.blackstart.service.Feed;
import dev.blackstart.service.Refusal;
import dev.blackstart.view.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// The streams of events that are open, each on a thread of its own. One more than there may be
/// closes the oldest.
@ApplicationScoped
public class Streams {
    /// So many at once.
    static final int MOST = 200;

    /// A line that says nothing, so that both ends see whether the other is there.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// A client that takes nothing for so long is left.
    private static final Duration SLOW = Duration.ofSeconds(30);

    private final EventCodec codec = new EventCodec();
    private final ReentrantLock guard = new ReentrantLock();
    private final Set<SseEventSink> open = new LinkedHashSet<>();

    /// @param counts may whoever reads it still read it?
    void open(Feed feed, SseEventSink sink, Sse sse, BooleanSupplier counts) {
        admit(sink);
        // begins the answer on the thread of the request, which would begin it too, and break it
        sink.send(sse.newEventBuilder().comment("blackstart").build());
        Thread.ofVirtual().name("events-" + feed.run()).start(() -> serve(feed, sink, sse, counts));
    }

    /// Closes the oldest when this one is too many.
    void admit(SseEventSink sink) {
        guard.lock();
        try {
            open.add(sink);
            Iterator<SseEventSink> oldest = open.iterator();
            while (open.size() > MOST) {
                oldest.next().close();
                oldest.remove();
            }
        } finally {
            guard.unlock();
        }
    }

    private void serve(Feed feed, SseEventSink sink, Sse sse, BooleanSupplier counts) {
        try (sink) {
            while (!sink.isClosed()) {
                if (feed.over()) {
                    send(sink, sse.newEventBuilder().name("end").data("{}").build());
                    return;
                }
                List<Recorded> news = feed.next(HEARTBEAT);
                if (!counts.getAsBoolean()) {
                    return;
                }
                for (Recorded recorded : news) {
                    send(sink, event(recorded, sse));
                }
                if (news.isEmpty()) {
                    send(sink, sse.newEventBuilder().comment("").build());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | Refusal | IllegalStateException gone) {
            return; // the client has gone, or is as good as gone
        } finally {
            leave(sink);
        }
    }

    private void leave(SseEventSink sink) {
        guard.lock();
        try {
            open.remove(sink);
        } finally {
            guard.unlock();
        }
    }

    private static void send(SseEventSink sink, OutboundSseEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(SLOW.toMillis(), TimeUnit.MILLISECONDS);
    }

    private OutboundSseEvent event(Recorded recorded, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(recorded.sequence()))
                .name(recorded.event().getClass().getSimpleName())
                .data(EventJson.line(recorded, codec.encode(recorded.event())))
                .build();
    }
}
