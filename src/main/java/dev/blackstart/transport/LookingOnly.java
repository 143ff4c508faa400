package dev.blackstart.transport;

import java.util.function.Consumer;

/// A transport for rehearsals and diagnoses: what may be repeated is carried, everything else stays
/// here.
public final class LookingOnly implements Transport {
    private final Transport transport;

    public LookingOnly(Transport transport) {
        this.transport = transport;
    }

    @Override
    public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
        if (request.repeatable()) {
            transport.execute(request, sent, deliver);
        } else {
            deliver.accept(
                    new Completion.Unreachable(
                            Completion.Cause.KEPT_BACK, "a rehearsal sends nothing that acts"));
        }
    }

    @Override
    public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
        deliver.accept(new FetchResult.NotCopied("a rehearsal copies nothing"));
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
