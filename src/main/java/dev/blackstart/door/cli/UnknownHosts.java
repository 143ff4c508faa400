package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Selector;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;

/// Steps on hosts or groups that the inventory does not know, one sentence each: they would be
/// carried out on no host, and nobody would see it.
public final class UnknownHosts {
    private UnknownHosts() {}

    public static List<String> of(Runbook runbook, Inventory inventory) {
        List<String> lines = new ArrayList<>();
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Targeted targeted) {
                Selector on = targeted.targets().on();
                on.unknownIn(inventory)
                        .forEach(name -> lines.add(sentence(step, on, name, inventory)));
            }
        }
        return List.copyOf(lines);
    }

    static void refuse(Runbook runbook, Inventory inventory) {
        List<String> lines = new ArrayList<>(of(runbook, inventory));
        if (!lines.isEmpty()) {
            lines.add("Refused to plan; name the hosts in the inventory, or change `on:`.");
            throw new CannotGoOn(ExitCode.REFUSED, lines);
        }
    }

    private static String sentence(Step step, Selector on, String name, Inventory inventory) {
        return "%s: error: `on: %s` names `%s`, which is neither a host nor a group of the inventory; it has %s."
                .formatted(
                        step.heading().position(),
                        on.text(),
                        name,
                        String.join(", ", known(inventory)));
    }

    private static List<String> known(Inventory inventory) {
        return inventory.groups().isEmpty()
                ? inventory.hosts().keySet().stream().map(Object::toString).toList()
                : List.copyOf(inventory.groups().keySet());
    }
}
