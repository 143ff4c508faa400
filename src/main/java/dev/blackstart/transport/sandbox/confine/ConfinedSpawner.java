package dev.blackstart.transport.sandbox.confine;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/// Starts processes from one thread that has confined itself, so that every one of them is
/// confined.
///
/// The thread does nothing else: it is a platform thread, because rights belong to threads of the
/// kernel, and it starts one harmless process before it confines itself, because a class that is
/// loaded for the first time afterwards might lie where it may no longer read.
public final class ConfinedSpawner implements AutoCloseable {
    /// Confines the thread it is called on.
    @FunctionalInterface
    public interface Confining {
        void confine() throws ConfinementException;
    }

    private record Order(ProcessBuilder process, CompletableFuture<Process> started) {}

    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Thread thread;

    private ConfinedSpawner(CompletableFuture<ConfinedSpawner> ready, Confining confining) {
        thread =
                Thread.ofPlatform()
                        .name("sandbox-spawner")
                        .daemon()
                        .unstarted(() -> run(ready, confining));
    }

    /// @throws ConfinementException when the thread could not confine itself
    public static ConfinedSpawner start(Confining confining) throws ConfinementException {
        CompletableFuture<ConfinedSpawner> ready = new CompletableFuture<>();
        ConfinedSpawner spawner = new ConfinedSpawner(ready, confining);
        spawner.thread.start();
        try {
            return ready.get();
        } catch (ExecutionException e) {
            throw new ConfinementException(String.valueOf(cause(e).getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfinementException("Opening the drill was interrupted.");
        }
    }

    private static Throwable cause(ExecutionException e) {
        return Objects.requireNonNullElse(e.getCause(), e);
    }

    public Process spawn(ProcessBuilder process) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        orders.add(new Order(process, started));
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new IOException(cause(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a command was started", e);
        }
    }

    private void run(CompletableFuture<ConfinedSpawner> ready, Confining confining) {
        try {
            warmUp();
            confining.confine();
            ready.complete(this);
            serve();
        } catch (ConfinementException | IOException | InterruptedException e) {
            ready.completeExceptionally(e);
        } finally {
            ready.completeExceptionally(
                    new IllegalStateException("the thread that starts a drill's commands ended"));
        }
    }

    private void serve() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                carryOut(orders.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void carryOut(Order order) {
        try {
            order.started().complete(order.process().start());
        } catch (IOException | RuntimeException e) {
            order.started().completeExceptionally(e);
        }
    }

    private static void warmUp() throws IOException, InterruptedException {
        Order good = new Order(new ProcessBuilder("/bin/sh", "-c", ":"), new CompletableFuture<>());
        carryOut(good);
        Process process = good.started().join();
        process.getOutputStream().close();
        process.waitFor();
        carryOut(new Order(new ProcessBuilder("/nowhere/at/all"), new CompletableFuture<>()));
    }

    /// Takes no more orders; processes that run are left alone.
    @Override
    public void close() {
        thread.interrupt();
    }
}
