package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import java.util.List;

/// What tests of the menu after a failure share: three broken hosts, on one of which the repair
/// fails until its folder holds a file `key`.
abstract class FailureCase extends EngineCase {
    static final String REPAIR =
            """
              - action: repair
                title: Repair it
                on: nodes
                where: host.broken
                risk: mutate
                run: '[ "$HOST" != b ] || [ -f "$HOME/key" ] || exit 3; echo acted >> "$HOME/effects"; echo fine > "$HOME/state"'
                timeout: 20s
                verify: { check: look, that: host.healthy, within: 1s, every: 100ms }
            """;

    static final String AFTER =
            """
              - action: after
                on: nodes
                risk: mutate
                run: echo after >> "$HOME/effects"
                timeout: 20s
            """;

    Rig broken(String yaml, String... files) throws Exception {
        Rig rig = rig(yaml, files);
        for (String host : List.of("a", "b", "c")) {
            state(rig, host, "broken");
        }
        return rig;
    }

    static Gate menu(Rig rig) {
        return rig.gates.stream()
                .filter(gate -> gate.kind() == Gate.Kind.DECISION)
                .findFirst()
                .orElseThrow();
    }

    static List<String> keys(Gate gate) {
        return gate.choices().stream().map(Choice::key).toList();
    }

    static <E extends RunEvent> E only(Rig rig, Class<E> kind) throws Exception {
        List<E> found = rig.events().stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
