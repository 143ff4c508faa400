package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.FindingName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// Hosts that are broken until the cure succeeds; those in `failing` it does not help.
final class SickHosts implements MadeWorld {
    final Set<String> fine = new HashSet<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> silent = new HashSet<>();
    final Set<String> lost = new HashSet<>();
    final Set<String> useless = new HashSet<>();
    final Map<String, Runnable> onAct = new HashMap<>();
    final Map<String, BiFunction<ActionKey, Purpose, RunEvent>> receipts = new HashMap<>();
    final Deque<String> answers = new ArrayDeque<>();
    final List<Gate> gates = new ArrayList<>();
    Function<Gate, Optional<String>> policy = gate -> Optional.empty();
    Runnable onPassing = () -> {};
    Runnable onLook = () -> {};
    Consumer<String> onSending = host -> {};

    @Override
    public Optional<Boolean> finding(FindingName finding, HostName host) {
        onLook.run();
        return silent.contains(host.value())
                ? Optional.empty()
                : Optional.of(fine.contains(host.value()));
    }

    @Override
    public Outcome act(ActionKey action, Purpose purpose) {
        String host = action.host().value();
        onSending.accept(host);
        onAct.getOrDefault(host, () -> {}).run();
        if (lost.contains(host)) {
            return new Outcome.Unknown("lost");
        }
        if (failing.contains(host)) {
            return new Outcome.Failed("exit 3", Duration.ofSeconds(1));
        }
        if (!useless.contains(host)) {
            fine.add(host);
        }
        return new Outcome.Succeeded(Duration.ofSeconds(1));
    }

    @Override
    public RunEvent receipt(ActionKey action, Purpose purpose) {
        return receipts.getOrDefault(
                        action.host().value(),
                        (key, why) -> new RunEvent.ReceiptRead(key, why, "lost"))
                .apply(action, purpose);
    }

    @Override
    public Optional<String> answer(Gate gate) {
        gates.add(gate);
        return Optional.ofNullable(answers.poll()).or(() -> policy.apply(gate));
    }

    @Override
    public void passes(Duration time) {
        onPassing.run();
    }
}
