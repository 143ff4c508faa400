package dev.blackstart.transport.simulated;

import dev.blackstart.inventory.HostName;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.wrapper.HostWords;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Carries one command out on one simulated host.
final class Carriage {
    private final SimulatedWorld world;
    private final SimulatedHost host;
    private final Call call;
    private final HostName name;

    Carriage(SimulatedWorld world, SimulatedHost host, Call call) {
        this.world = world;
        this.host = host;
        this.call = call;
        this.name = call.request().host().name();
    }

    /// No answer ever comes.
    void hang() {
        hang("", "");
    }

    private void hang(String stdout, String stderr) {
        after(total(), () -> call.deadlinePassed(stdout, stderr, world.timeline().now()));
    }

    void look(Unwrapped.Look look) {
        Optional<Answer> answer = answer(look.carried());
        if (answer.isEmpty()) {
            return;
        }
        String stderr = HostWords.looked(look.marked(), answer.get().stderr());
        if (answer.get().takes().compareTo(total()) >= 0) {
            hang(answer.get().stdout(), stderr);
            return;
        }
        after(
                answer.get().takes(),
                () -> {
                    world.apply(name, answer.get());
                    deliver(answer.get().exit(), answer.get().stdout(), stderr);
                });
    }

    void act(Unwrapped.Act act) {
        if (act.boot().filter(boot -> !boot.equals(host.bootId())).isPresent()) {
            call.exited(96, "", HostWords.refused(act.nonce(), HostWords.REBOOTED), now());
            return;
        }
        Optional<String> fenced =
                host.claims().has(act.claim())
                        ? Optional.empty()
                        : act.fence().flatMap(it -> host.fences().take(it, now()));
        if (fenced.isPresent()) {
            call.exited(96, "", HostWords.refused(act.nonce(), fenced.get()), now());
            return;
        }
        if (!host.claims().take(act.claim(), world.timeline().now())) {
            call.exited(97, "", HostWords.claimed(act.nonce()), world.timeline().now());
            return;
        }
        Optional<Answer> answer = answer(act.carried());
        if (answer.isEmpty()) {
            return;
        }
        boolean timesOut = answer.get().takes().compareTo(act.timeout()) >= 0;
        after(
                timesOut ? act.timeout() : answer.get().takes(),
                () -> ended(act, answer.get(), timesOut));
        if (world.spend(SimulatedFault.CONNECTION_LOST, name)) {
            call.lost("the connection was lost", world.timeline().now());
        }
    }

    private void ended(Unwrapped.Act act, Answer answer, boolean timedOut) {
        if (!call.bootId().equals(host.bootId())) {
            call.lost("the host was rebooted", world.timeline().now());
        } else if (timedOut) {
            host.claims().ended(act.claim(), new HostWords.Done(124, "", ""));
            deliver(124, "", HostWords.timedOut(act.nonce()));
        } else {
            acted(act, answer);
        }
    }

    private void acted(Unwrapped.Act act, Answer answer) {
        host.claims()
                .ended(
                        act.claim(),
                        new HostWords.Done(answer.exit(), answer.stdout(), answer.stderr()));
        if (answer.exit() == 0) {
            host.wrote(act.carried());
        }
        world.apply(name, answer);
        deliver(
                answer.exit(),
                answer.stdout(),
                HostWords.ended(act.nonce(), answer.exit(), answer.stderr()));
    }

    void receipt(Unwrapped.AskReceipt ask) {
        Instant now = now();
        Optional<String> superseded = ask.fence().flatMap(it -> host.fences().raise(it, now));
        if (superseded.isPresent()) {
            String said =
                    HostWords.superseded(
                            ask.nonce(), host.bootId(), host.upSeconds(now), superseded.get());
            call.exited(0, said, "", now);
            return;
        }
        call.exited(
                0,
                host.claims()
                        .receipt(ask.nonce(), ask.claim(), host.bootId(), host.upSeconds(now), now),
                "",
                now);
    }

    void disarm(Unwrapped.Disarm disarm) {
        String said = HostWords.disarmed(disarm.nonce(), host.claims().has(disarm.claim()));
        call.exited(0, said, "", world.timeline().now());
    }

    /// Nothing hangs here that its host could be asked about: one that hangs answers nobody.
    void work(Unwrapped.Work work) {
        call.exited(0, HostWords.working(work.nonce()), "", now());
    }

    void release(Unwrapped.Release release) {
        host.fences().release(release.fence(), now());
        call.exited(0, "", "", now());
    }

    private Instant now() {
        return world.timeline().now();
    }

    /// What the host would say, if it is still there to say it.
    private void deliver(int exit, String stdout, String stderr) {
        if (!call.bootId().equals(host.bootId())) {
            call.lost("the host was rebooted", world.timeline().now());
        } else if (world.strikes(SimulatedFault.HOST_DOWN, name)) {
            call.lost("the connection was lost", world.timeline().now());
        } else {
            call.exited(exit, stdout, stderr, world.timeline().now());
        }
    }

    private Optional<Answer> answer(Unwrapped.Carried carried) {
        Optional<Answer> answer = host.answer(carried, world.timeline().now());
        Optional<String> gap =
                answer.isEmpty()
                        ? Optional.of(Gap.sentence(carried.said(), name))
                        : answer.get().fault();
        gap.ifPresent(sentence -> {
            world.gap(sentence);
            call.unreachable(Completion.Cause.KEPT_BACK, sentence);
        });
        return gap.isPresent() ? Optional.empty() : answer;
    }

    private Duration total() {
        return call.request().deadlines().total();
    }

    private void after(Duration delay, Runnable what) {
        world.timeline().after(delay, what);
    }
}
