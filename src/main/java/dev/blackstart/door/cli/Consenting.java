package dev.blackstart.door.cli;

import dev.blackstart.policy.Member;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Risk;
import dev.blackstart.view.Agreed;
import dev.blackstart.view.GatePages;
import dev.blackstart.view.GateScreen;
import dev.blackstart.view.Picture;
import java.io.PrintStream;
import java.util.Optional;

/// Shows a person all that they would sign, and asks whether they will.
record Consenting(Surroundings surroundings, Plan plan, RunState state, ApproveVerb said) {
    /// So much of a digest tells it from any other.
    private static final int ENOUGH = 12;

    private static final int WIDEST = 200;

    void to(Gate gate, Member member) {
        boolean terminal = surroundings.streams().terminal();
        if (said.reason == null && said.breakGlass == null && !said.deny && irreversible(gate)) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    "What cannot be taken back needs --reason TEXT. Nothing was signed.");
        }
        show(gate, member);
        Choice yes = gate.choice(Gate.YES).orElseThrow();
        boolean agreed = terminal ? asked(gate, yes) : given(gate, yes);
        if (!agreed) {
            throw new CannotGoOn(ExitCode.WAITING, "Nothing was signed; the gate stays open.");
        }
    }

    private static boolean irreversible(Gate gate) {
        return gate.risk().filter(Risk.IRREVERSIBLE::equals).isPresent();
    }

    private PrintStream out() {
        return said.print || said.shared.json() ? surroundings.complaints() : surroundings.words();
    }

    private void show(Gate gate, Member member) {
        int columns = surroundings.streams().terminal() ? surroundings.streams().columns() : WIDEST;
        Picture picture = Picture.of(plan, state, surroundings.clock().instant());
        new GateScreen(
                        gate,
                        surroundings.clock().instant(),
                        surroundings.clock().getZone(),
                        columns,
                        Integer.MAX_VALUE,
                        new Agreed(state.gates().yesSayers(gate.id()), new Person(member.name())))
                .lines()
                .forEach(out()::println);
        new GatePages(gate, Optional.of(picture), columns).details().forEach(out()::println);
    }

    private boolean asked(Gate gate, Choice yes) {
        boolean name = !said.deny && !yes.typed().isEmpty();
        String what = said.deny ? "no" : "yes";
        surroundings.streams().typeAhead().drop();
        out().print(
                        name
                                ? "Type %s to sign your yes, Enter = do not> "
                                        .formatted(yes.typed())
                                : "Sign your %s to gate %s? [y N]> ".formatted(what, gate.id()));
        out().flush();
        String typed = new LineInput(surroundings.streams().in()).line().orElse("");
        return name ? typed.equals(yes.typed()) : typed.equals("y") || typed.equals("yes");
    }

    /// Whoever has no terminal says what they have seen.
    private boolean given(Gate gate, Choice yes) {
        String digest = said.digest == null ? "" : said.digest;
        if (digest.length() < ENOUGH) {
            throw new CannotGoOn(
                    ExitCode.WAITING,
                    "There is no terminal to ask on; once you have read the gate, say so with --digest %s%s. Nothing was signed."
                            .formatted(
                                    gate.digest().substring(0, ENOUGH),
                                    yes.typed().isEmpty() || said.deny ? "" : " --typed NAME"));
        }
        if (!gate.digest().startsWith(digest)) {
            throw new CannotGoOn(
                    ExitCode.NOT_ALLOWED,
                    "Gate %s has changed since you saw it; look at it again. Nothing was signed."
                            .formatted(gate.id()));
        }
        return said.deny || yes.typed().equals(said.typed == null ? "" : said.typed);
    }
}
