package dev.blackstart.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final class Client implements SseEventSink {
        private boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            return CompletableFuture.completedStage(event);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void oneTooManyClosesTheOldest() {
        Streams streams = new Streams();
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < Streams.MOST + 2; i++) {
            clients.add(new Client());
            streams.admit(clients.getLast());
        }

        assertThat(clients.subList(0, 2)).allMatch(Client::isClosed);
        assertThat(clients.subList(2, clients.size())).noneMatch(Client::isClosed);
    }
}
