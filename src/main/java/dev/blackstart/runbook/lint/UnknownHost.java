package dev.blackstart.runbook.lint;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Text;
import java.util.ArrayList;
import java.util.List;

/// A text that names a host which is not there cannot be rendered.
final class UnknownHost implements Rule {
    private static final String HOSTS = "hosts.";

    @Override
    public String id() {
        return "unknown-host";
    }

    @Override
    public String says() {
        return "A command, variable or instruction uses [=hosts.NAME] with a name that the inventory does not have.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        subject.inventory()
                .ifPresent(inventory ->
                        Texts.of(subject.runbook())
                                .forEach(text -> check(text, inventory, problems)));
        return problems;
    }

    private void check(Text text, Inventory inventory, List<Problem> problems) {
        text.names().stream()
                .filter(name -> name.startsWith(HOSTS))
                .map(name -> name.substring(HOSTS.length()))
                .filter(name -> !known(name, inventory))
                .sorted()
                .forEach(name ->
                        problems.add(
                                Problem.error(
                                        text.position(),
                                        id(),
                                        "this text names the host `%s`, which the inventory does not have; add it, or name another"
                                                .formatted(name))));
    }

    private static boolean known(String name, Inventory inventory) {
        return HostName.allowed(name) && inventory.host(new HostName(name)).isPresent();
    }
}
