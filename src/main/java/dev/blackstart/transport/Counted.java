package dev.blackstart.transport;

import java.util.function.Consumer;

/// A transport whose completions are seen by somebody else, too, before they are delivered.
public final class Counted implements Transport {
    private final Transport transport;
    private final Consumer<Completion> seen;

    /// @param seen called on the transport's threads; must return quickly
    public Counted(Transport transport, Consumer<Completion> seen) {
        this.transport = transport;
        this.seen = seen;
    }

    @Override
    public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
        transport.execute(request, sent, seen.andThen(deliver));
    }

    @Override
    public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
        transport.fetch(fetch, deliver);
    }

    @Override
    public void renew() {
        transport.renew();
    }

    @Override
    public void close() {
        transport.close();
    }
}
