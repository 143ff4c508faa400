package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A command of a person's own, asked for at a gate that stays open: it goes out once, and the gate
/// takes no answer until it has ended. A restart between the answer and the sending means no.
record Inspecting(RunState state) {
    /// Empty when none was asked for, or it has ended.
    Optional<List<Directive>> next() {
        if (state.inspections().underWay().isPresent()) {
            return Optional.of(List.of());
        }
        return wanted().map(Inspecting::send);
    }

    /// The host it is for, while it is not over.
    Optional<HostName> host() {
        return state.inspections()
                .underWay()
                .map(it -> it.started().host())
                .or(() -> wanted().map(answer -> Particulars.of(answer).hosts().getFirst()));
    }

    private Optional<GateBook.Answer> wanted() {
        return state.gates()
                .inspection()
                .filter(answer ->
                        answer.recorded().sequence() > state.inspections().lastSequence());
    }

    private static List<Directive> send(GateBook.Answer answer) {
        Particulars said = Particulars.of(answer);
        return List.of(
                new Directive.Inspect(
                        answer.gate().id(),
                        answer.gate().step(),
                        looking(said.hosts().getFirst(), said.text()),
                        answer.event().by()));
    }

    private static Prepared looking(HostName host, String command) {
        return new Prepared(
                host,
                "run",
                command,
                Map.of(),
                false,
                Optional.empty(),
                Inspections.WITHIN,
                1 << 20);
    }
}
