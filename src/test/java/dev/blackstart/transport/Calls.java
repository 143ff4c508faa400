package dev.blackstart.transport;

import dev.blackstart.inventory.Host;
import dev.blackstart.runbook.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Calls a transport and waits for its completion.
public final class Calls {
    /// A request under way.
    public record Call(List<Handed> sent, CompletableFuture<Completion> completion) {
        public Completion join() {
            return completion.orTimeout(90, TimeUnit.SECONDS).join();
        }
    }

    private final Transport transport;

    public Calls(Transport transport) {
        this.transport = transport;
    }

    public static Request request(Host host, String line) {
        return request(host, line, Duration.ofSeconds(30));
    }

    public static Request request(Host host, String line, Duration total) {
        return new Request(
                host, line, Optional.empty(), Deadlines.of(total), 64L * 1024 * 1024, false);
    }

    public static Request withStdin(Request request, String secret) {
        return new Request(
                request.host(),
                request.commandLine(),
                Optional.of(new Secret(secret)),
                request.deadlines(),
                request.outputLimit(),
                request.repeatable());
    }

    public static Request repeatable(Request request) {
        return new Request(
                request.host(),
                request.commandLine(),
                request.stdin(),
                request.deadlines(),
                request.outputLimit(),
                true);
    }

    public Call start(Request request) {
        List<Handed> sent = new CopyOnWriteArrayList<>();
        CompletableFuture<Completion> completion = new CompletableFuture<>();
        transport.execute(
                request,
                sent::add,
                it -> {
                    if (!completion.complete(it)) {
                        throw new AssertionError("completed twice: " + it);
                    }
                });
        return new Call(sent, completion);
    }

    public Completion run(Request request) {
        return start(request).join();
    }

    public Completion.Exited exited(Request request) {
        return (Completion.Exited) run(request);
    }

    public FetchResult fetch(Host host, String remote, Path local) {
        CompletableFuture<FetchResult> result = new CompletableFuture<>();
        transport.fetch(new Fetch(host, remote, local, Duration.ofSeconds(30)), result::complete);
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
