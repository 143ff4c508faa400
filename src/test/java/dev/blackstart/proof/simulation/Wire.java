package dev.blackstart.proof.simulation;

import dev.blackstart.run.Digests;
import dev.blackstart.run.Kept;
import dev.blackstart.runbook.Secret;
import dev.blackstart.template.Mask;
import dev.blackstart.template.MaskedStream;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import dev.blackstart.transport.wrapper.HostWords;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The network between one process and the hosts, with all that goes wrong on it.
final class Wire implements Transport {
    private static final Mask MASK = new Mask(List.of(new Secret(World.SECRET)));

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
        if (command instanceof Unwrapped.Look look
                && look.carried().text().endsWith(People.CURIOUS)) {
            world.oracle().inspects(process.run());
        }
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
        SimHost host = world.host(sending.host());
        Faults.OnWire fault = world.faults().wire(bare(sending));
        if (fault == Faults.OnWire.UNREACHABLE || host.down()) {
            deliver(
                    sending,
                    new Completion.Unreachable(Completion.Cause.NO_CONNECTION, "no route"));
            return;
        }
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
                // what a neighbour's fence refused leaves no mark on the host, so that only SSH,
                // which
                // carries a command once, keeps a second copy out when that fence has gone
                if (world.installations().size() == 1) {
                    later(world.faults().lateBy(), () -> onHost(sending, host, boot, false));
                }
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
                reply(sending, boot, heard, 0, said, HostWords.looked(look.marked(), ""));
            }
            case Unwrapped.AskReceipt ask -> {
                world.oracle().reached(sending.host(), process.run(), process.pid());
                reply(sending, boot, heard, 0, host.receipt(ask), "");
            }
            case Unwrapped.Disarm disarm -> reply(sending, boot, heard, 0, host.disarm(disarm), "");
            case Unwrapped.Work work -> reply(sending, boot, heard, 0, host.work(work), "");
            case Unwrapped.Release release -> {
                host.release(release);
                reply(sending, boot, heard, 0, "", "");
            }
        }
    }

    private void act(Sending sending, Unwrapped.Act act, SimHost host, String boot, boolean heard) {
        Optional<String> refused = host.act(act, bare(sending));
        if (refused.isPresent()) {
            reply(sending, boot, heard, 97, "", refused.get());
            return;
        }
        int exit = world.faults().exit();
        long runs = world.faults().runs();
        long most = act.timeout().toMillis();
        world.agenda()
                .after(
                        Math.min(runs, most),
                        () -> {
                            String words =
                                    runs < most
                                            ? host.end(act, exit, stdin(sending))
                                            : host.timeOut(act);
                            ended(sending, act, host, boot, heard, words);
                        });
    }

    private void ended(
            Sending sending,
            Unwrapped.Act act,
            SimHost host,
            String boot,
            boolean heard,
            String words) {
        int exit = host.carried(act.nonce()).flatMap(it -> it.exit).orElse(1);
        String text = act.carried().text();
        boolean cuts = exit == 0 && (text.startsWith("drop ") || text.startsWith("reboot"));
        if (exit == 0 && text.startsWith("reboot") && host.boot().equals(boot)) {
            goesDown(host, boot);
        }
        if (!host.boot().equals(boot) || cuts && world.dice().perMille(500)) {
            if (heard) {
                lose(sending);
            }
            return;
        }
        reply(sending, boot, heard, exit, "", words);
    }

    /// Now and then a host is told to reboot and does not.
    private void goesDown(SimHost host, String boot) {
        if (world.faults().exit() == 0) {
            later(
                    world.dice().between(0, 2_000),
                    () -> {
                        if (host.boot().equals(boot)) {
                            host.reboot(world.faults().away());
                        }
                    });
        }
    }

    /// To a host that keeps no receipts.
    private static boolean bare(Sending sending) {
        return sending.command() instanceof Unwrapped.Act act && act.claim().equals(act.nonce());
    }

    private static String stdin(Sending sending) {
        return sending.request().stdin().map(Secret::reveal).orElse("");
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

    private Kept kept(String text) {
        return text.isEmpty()
                ? Kept.NOTHING
                : new Kept(masked(text), text.length(), Digests.sha256(text), Optional.empty());
    }

    /// As it arrives: in two pieces.
    private String masked(String text) {
        int secret = text.indexOf(World.SECRET);
        if (secret < 0) {
            return text;
        }
        MaskedStream stream = MASK.open();
        int cut = world.dice().below(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        shown.writeBytes(stream.accept(Arrays.copyOf(bytes, cut)));
        shown.writeBytes(stream.accept(Arrays.copyOfRange(bytes, cut, bytes.length)));
        shown.writeBytes(stream.finish());
        return shown.toString(StandardCharsets.UTF_8);
    }

    private void later(long millis, Runnable what) {
        world.agenda().after(millis, what);
    }

    private void deliver(Sending sending, Completion completion) {
        process.deliver(() -> sending.deliver().accept(completion));
    }

    @Override
    public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
        SimHost host = world.host(fetch.host().name().value());
        process.whenAwake(
                world.faults().delay(),
                () -> {
                    Optional<String> text = host.files().text(fetch.remote());
                    boolean copied =
                            !host.down()
                                    && text.isPresent()
                                    && world.faults().wire(true) == Faults.OnWire.NONE;
                    FetchResult result =
                            copied
                                    ? new FetchResult.Copied(
                                            text.get().length(), Digests.sha256(text.get()))
                                    : new FetchResult.NotCopied("the copy broke off");
                    process.deliver(() -> deliver.accept(result));
                });
    }

    @Override
    public void close() {}
}
