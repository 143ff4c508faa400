package dev.blackstart.runbook.lint;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All lint rules. Readers refuse what is wrong in any case; these look at runbooks that were
/// accepted.
public final class Lint {
    private static final List<Rule> RULES =
            List.of(
                    new CheckThatChanges(),
                    new CommandThatHangs(),
                    new NameAsAddress(),
                    new UnnamedTool(),
                    new UnreachableStep(),
                    new UnusedFinding(),
                    new UnusedHypothesis(),
                    new UnusedParameter(),
                    new ActionWithoutVerify(),
                    new RunbookWithoutDrill(),
                    new StaleBeforeDone(),
                    new OneWitness(),
                    new TooFewWitnesses(),
                    new UnknownSelector(),
                    new UnknownHost(),
                    new QuorumLoss(),
                    new KeepQuorum(),
                    new WaveKeys(),
                    new GateNotStricter(),
                    new SecretInText(),
                    new DrillNames());

    private Lint() {}

    /// @param rule the rule's name
    /// @param says what it finds, in one sentence
    public record Described(String rule, String says) {}

    /// The rules for the documentation, those included that the readers enforce themselves.
    public static List<Described> rules() {
        return Stream.concat(
                        Stream.of(
                                new Described(
                                        "missing-key",
                                        "An action of risk disrupt or irreversible has no `requires` (refused when read)."),
                                new Described(
                                        "template",
                                        "A value stands inside quotes of a command, where it could break out (refused when read)."),
                                new Described(
                                        "same-host-twice",
                                        "Two names of the inventory mean one machine (said when read).")),
                        RULES.stream().map(rule -> new Described(rule.id(), rule.says())))
                .toList();
    }

    /// Everything the rules have to say, in file order.
    public static List<Problem> check(
            Runbook runbook, Optional<Inventory> inventory, List<Drill> drills) {
        Subject subject = new Subject(runbook.withoutCalled(), runbook, inventory, drills);
        return RULES.stream()
                .flatMap(rule -> rule.check(subject).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
