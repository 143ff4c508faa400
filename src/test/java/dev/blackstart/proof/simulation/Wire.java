package dev.blackstart.proof.simulation;

import dev.blackstart.run.Digests;
import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import dev.blackstart.transport.wrapper.HostWords;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The network between one process and the hosts, with all that goes wrong on it.
final class Wire implements Transport {
    private final World world;
    private final SimProcess process;

    Wire(World world, SimProcess process) {
        this.world = world;
        this.process = process;
    }

    @Override
    public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
        process.failPoint(Faults.Point.BEFORE_SEND);
        Unwrapped command = Unwrapped.of(request.commandLine());
        if (command instanceof Unwrapped.Act act) {
            world.log(process.name(), "sends " + act.nonce() + " to " + request.host().name());
        }
        process.whenAwake(
                world.faults().delay(), () -> arrive(new Sending(request, command, sent, deliver)));
        process.failPoint(Faults.Point.AFTER_SEND);
    }

    /// One request on its way.
    private record Sending(
            Request request,
            Unwrapped command,
            Consumer<Handed> sent,
            Consumer<Completion> deliver) {
        String host() {
            return request.host().name().value();
        }
    }

    private void arrive(Sending sending) {
        if (sending.command() instanceof Unwrapped.Act act) {
            world.oracle().handedOver(sending.host(), act.nonce());
        }
        Faults.OnWire fault = world.faults().wire();
        if (fault == Faults.OnWire.UNREACHABLE) {
            deliver(
                    sending,
                    new Completion.Unreachable(Completion.Cause.NO_CONNECTION, "no route"));
            return;
        }
        SimHost host = world.host(sending.host());
        String boot = host.boot();
        process.deliver(() -> sending.sent().accept(new Handed(Optional.of(boot))));
        switch (fault) {
            case LOST_BEFORE -> lose(sending);
            case LATE -> {
                lose(sending);
                later(world.faults().lateBy(), () -> onHost(sending, host, boot, false));
            }
            case LOST_AFTER -> {
                onHost(sending, host, boot, false);
                later(world.faults().delay(), () -> lose(sending));
            }
            case TWICE -> {
                onHost(sending, host, boot, true);
                later(world.faults().lateBy(), () -> onHost(sending, host, boot, false));
            }
            case HANGS ->
                    later(
                            sending.request().deadlines().total().toMillis(),
                            () ->
                                    deliver(
                                            sending,
                                            new Completion.DeadlinePassed(
                                                    Kept.NOTHING,
                                                    Kept.NOTHING,
                                                    sending.request().deadlines().total(),
                                                    Optional.of(boot))));
            case NONE, UNREACHABLE -> onHost(sending, host, boot, true);
        }
    }

    private void lose(Sending sending) {
        deliver(
                sending,
                new Completion.Lost(
                        "the connection was lost", Kept.NOTHING, Kept.NOTHING, Duration.ZERO));
    }

    /// A connection does not outlive a reboot.
    ///
    /// @param heard whether what the host says reaches us
    private void onHost(Sending sending, SimHost host, String boot, boolean heard) {
        if (!host.boot().equals(boot)) {
            return;
        }
        switch (sending.command()) {
            case Unwrapped.Act act -> act(sending, act, host, boot, heard);
            case Unwrapped.Look look -> {
                String said = host.look(look.carried());
                reply(sending, boot, heard, 0, said, "");
            }
            case Unwrapped.AskReceipt ask -> reply(sending, boot, heard, 0, host.receipt(ask), "");
            case Unwrapped.Disarm disarm -> reply(sending, boot, heard, 0, host.disarm(disarm), "");
            case Unwrapped.Work work -> reply(sending, boot, heard, 0, host.work(work), "");
            case Unwrapped.Release release -> {
                host.release(release);
                reply(sending, boot, heard, 0, "", "");
            }
        }
    }

    private void act(Sending sending, Unwrapped.Act act, SimHost host, String boot, boolean heard) {
        Optional<String> refused = host.act(act);
        if (refused.isPresent()) {
            reply(sending, boot, heard, 97, "", refused.get());
            return;
        }
        int exit = world.faults().exit();
        world.agenda()
                .after(
                        world.faults().runs(),
                        () -> {
                            int status = host.end(act, exit);
                            if (host.boot().equals(boot)) {
                                String words = HostWords.ended(act.nonce(), status, "");
                                reply(sending, boot, heard, status, "", words);
                            } else if (heard) {
                                lose(sending);
                            }
                        });
    }

    private void reply(
            Sending sending, String boot, boolean heard, int exit, String out, String err) {
        if (heard) {
            later(
                    world.faults().delay(),
                    () ->
                            deliver(
                                    sending,
                                    new Completion.Exited(
                                            exit,
                                            kept(out),
                                            kept(err),
                                            Duration.ofMillis(5),
                                            Optional.of(boot))));
        }
    }

    private static Kept kept(String text) {
        return text.isEmpty()
                ? Kept.NOTHING
                : new Kept(text, text.length(), Digests.sha256(text), Optional.empty());
    }

    private void later(long millis, Runnable what) {
        world.agenda().after(millis, what);
    }

    private void deliver(Sending sending, Completion completion) {
        process.deliver(() -> sending.deliver().accept(completion));
    }

    @Override
    public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
        process.deliver(() -> deliver.accept(new FetchResult.NotCopied("there are no files here")));
    }

    @Override
    public void close() {}
}
