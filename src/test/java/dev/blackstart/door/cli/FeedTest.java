package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The engine never waits for a terminal, and nothing is lost in silence.
class FeedTest {
    private final List<String> drawn = Collections.synchronizedList(new ArrayList<>());

    @Test
    void drawsInTheOrderOffered() {
        Feed feed = new Feed(10, () -> {}, count -> {});
        feed.start();
        List.of("one", "two", "three").forEach(word -> feed.offer(() -> drawn.add(word)));
        feed.settle();
        assertThat(drawn).containsExactly("one", "two", "three");
        feed.end();
    }

    @Test
    void whoOffersToAStoppedTerminalGoesOnAndIsToldWhatWasLeftOut() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch drawing = new CountDownLatch(1);
        Feed feed = new Feed(2, () -> {}, count -> drawn.add(count + " left out"));
        feed.start();
        feed.offer(() -> {
            drawing.countDown();
            awaited(stopped);
        });
        assertThat(drawing.await(20, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 10; i++) {
            feed.offer(() -> drawn.add("line"));
        }
        stopped.countDown();
        feed.end();
        assertThat(drawn).containsExactly("8 left out", "line", "line");
    }

    @Test
    void aDrawingThatFailsTakesNothingElseAway() {
        Feed feed = new Feed(10, () -> {}, count -> drawn.add(count + " left out"));
        feed.start();
        feed.offer(() -> {
            throw new IllegalStateException("a bug in a drawing");
        });
        feed.offer(() -> drawn.add("line"));
        feed.end();
        assertThat(drawn).containsExactly("1 left out", "line");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
