package dev.blackstart.transport.simulated;

import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries commands to the hosts of a simulated world.
final class SimulatedTransport implements Transport {
    private final SimulatedWorld world;
    private final OutputStore outputs;

    SimulatedTransport(SimulatedWorld world, OutputStore outputs) {
        this.world = world;
        this.outputs = outputs;
    }

    @Override
    public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
        Call call = new Call(request, sent, deliver, outputs, world.timeline().now());
        world.timeline().after(Duration.ZERO, () -> connect(call));
    }

    private void connect(Call call) {
        Request request = call.request();
        Optional<SimulatedHost> host = world.host(request.host().name());
        if (host.isEmpty()) {
            call.unreachable(
                    Completion.Cause.NO_CONNECTION,
                    "the simulated world has no host " + request.host().name());
        } else if (world.strikes(SimulatedFault.HOST_DOWN, request.host().name())) {
            world.timeline()
                    .after(
                            request.deadlines().connect(),
                            () ->
                                    call.unreachable(
                                            Completion.Cause.NO_CONNECTION,
                                            "no connection within "
                                                    + request.deadlines().connect().toSeconds()
                                                    + " s"));
        } else {
            handOver(call, host.get());
        }
    }

    private void handOver(Call call, SimulatedHost host) {
        Carriage carriage = new Carriage(world, host, call);
        call.handed(host.bootId());
        if (world.strikes(SimulatedFault.HOST_HANGS, call.request().host().name())) {
            carriage.hang();
            return;
        }
        switch (Unwrapped.of(call.request().commandLine())) {
            case Unwrapped.Look look -> carriage.look(look);
            case Unwrapped.Act act -> carriage.act(act);
            case Unwrapped.AskReceipt ask -> carriage.receipt(ask);
            case Unwrapped.Disarm disarm -> carriage.disarm(disarm);
            case Unwrapped.Work work -> carriage.work(work);
            case Unwrapped.Release release -> carriage.release(release);
        }
    }

    @Override
    public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
        world.timeline().after(Duration.ZERO, () -> deliver.accept(copied(fetch)));
    }

    private FetchResult copied(Fetch fetch) {
        Optional<Artifact> artifact =
                world.host(fetch.host().name()).flatMap(host -> host.artifact(fetch.remote()));
        if (artifact.isEmpty()) {
            return new FetchResult.NotCopied("there is no " + fetch.remote());
        }
        try {
            Files.createDirectories(fetch.local().toAbsolutePath().getParent());
            Files.write(fetch.local(), artifact.get().bytes());
            return new FetchResult.Copied(artifact.get().bytes().length, artifact.get().sha256());
        } catch (IOException e) {
            return new FetchResult.NotCopied(fetch.local() + " cannot be written");
        }
    }

    /// The world goes on; closing the world ends it.
    @Override
    public void close() {}
}
