package dev.blackstart.transport.simulated;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.OutputSink;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// One request under way: completes once.
final class Call {
    private final Request request;
    private final Consumer<Handed> sent;
    private final Consumer<Completion> deliver;
    private final OutputStore outputs;
    private final Instant begun;
    private String bootId = "";
    private boolean complete;

    Call(
            Request request,
            Consumer<Handed> sent,
            Consumer<Completion> deliver,
            OutputStore outputs,
            Instant begun) {
        this.request = request;
        this.sent = sent;
        this.deliver = deliver;
        this.outputs = outputs;
        this.begun = begun;
    }

    Request request() {
        return request;
    }

    String bootId() {
        return bootId;
    }

    void handed(String boot) {
        bootId = boot;
        sent.accept(new Handed(Optional.of(boot)));
    }

    void exited(int status, String stdout, String stderr, Instant now) {
        complete(
                new Completion.Exited(
                        status, kept(stdout), kept(stderr), took(now), Optional.of(bootId)));
    }

    void deadlinePassed(String stdout, String stderr, Instant now) {
        complete(
                new Completion.DeadlinePassed(
                        kept(stdout), kept(stderr), took(now), Optional.of(bootId)));
    }

    void lost(String reason, Instant now) {
        complete(new Completion.Lost(reason, Kept.NOTHING, Kept.NOTHING, took(now)));
    }

    void unreachable(Completion.Cause cause, String reason) {
        complete(new Completion.Unreachable(cause, reason));
    }

    private Duration took(Instant now) {
        return Duration.between(begun, now);
    }

    private Kept kept(String text) {
        OutputSink sink = outputs.open(request.outputLimit());
        sink.write(text.getBytes(StandardCharsets.UTF_8));
        return sink.end();
    }

    private void complete(Completion completion) {
        if (!complete) {
            complete = true;
            deliver.accept(completion);
        }
    }
}
