package dev.blackstart.transport.simulated;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Simulation;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The replies of a drill file: the first that fits a command and a host's state answers.
final class Replies {
    private final List<Simulation.Reply> replies;
    private final Inventory inventory;

    Replies(List<Simulation.Reply> replies, Inventory inventory) {
        this.replies = List.copyOf(replies);
        this.inventory = inventory;
    }

    /// @param said the command in one line
    /// @return empty when no reply fits
    Optional<Answer> to(String said, Host host, Map<String, Value> state) {
        return replies.stream()
                .filter(reply -> reply.match().matcher(said).find())
                .filter(reply ->
                        reply.when()
                                .map(condition -> condition.of(host, state) == Truth.TRUE)
                                .orElse(true))
                .findFirst()
                .map(reply -> answer(reply, host, state));
    }

    private Answer answer(Simulation.Reply reply, Host host, Map<String, Value> state) {
        Scope scope =
                new Scope(state, inventory, Optional.of(host), Optional.empty(), Optional.empty());
        Rendered stdout = rendered(reply.prints(), scope);
        Rendered stderr = rendered(reply.errors(), scope);
        return new Answer(
                line(stdout),
                line(stderr),
                reply.exit(),
                reply.takes(),
                reply.sets(),
                Stream.of(stdout, stderr)
                        .filter(Rendered.Refused.class::isInstance)
                        .map(refused ->
                                "%s: the reply cannot be given on %s: %s"
                                        .formatted(
                                                reply.position(),
                                                host.name(),
                                                ((Rendered.Refused) refused).reason()))
                        .findFirst());
    }

    private static Rendered rendered(Optional<Text> text, Scope scope) {
        return text.map(it -> it.render(scope)).orElse(new Rendered.Done(""));
    }

    private static String line(Rendered rendered) {
        return switch (rendered) {
            case Rendered.Done done -> line(done.text());
            case Rendered.Refused refused -> "";
        };
    }

    private static String line(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
