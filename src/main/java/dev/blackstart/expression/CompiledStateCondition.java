package dev.blackstart.expression;

import dev.blackstart.inventory.Host;
import dev.blackstart.runbook.StateCondition;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;

/// A condition over a host's state as a CEL program; state the host does not have is unknown.
record CompiledStateCondition(String text, CelRuntime.Program program) implements StateCondition {
    private static final String STATE = "state.";

    @Override
    public Truth of(Host host, Map<String, Value> state) {
        try {
            Object result = program.eval(name -> find(name, host, state));
            return result instanceof Boolean bool ? Truth.of(bool) : Truth.UNKNOWN;
        } catch (CelEvaluationException e) {
            return Truth.UNKNOWN;
        }
    }

    private static Optional<Object> find(String name, Host host, Map<String, Value> state) {
        if (name.equals("host.name")) {
            return Optional.of(host.name().value());
        }
        return name.startsWith(STATE)
                ? Optional.ofNullable(state.get(name.substring(STATE.length()))).map(Types::toCel)
                : Optional.empty();
    }
}
