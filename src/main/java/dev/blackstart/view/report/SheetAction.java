package dev.blackstart.view.report;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Expects;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Validity;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;

/// An action as a person carries it out.
record SheetAction(Readable readable) {
    Json.Fields json(Json.Fields start, Step.Acting step) {
        Execution it = step.execution();
        Consent consent = new Consent(it);
        SheetCommand commands = new SheetCommand(readable);
        Json.Fields fields =
                start.with("risk", it.risk().word())
                        .with("risk_says", consent.says())
                        .with("agree", Json.texts(consent.signatures()))
                        .with("requires", it.requires().map(InWords::of))
                        .with(
                                "preserve",
                                Json.array(
                                        it.preserve(),
                                        script -> commands.preserving(script, it.command())))
                        .with("spread", Json.texts(SpreadWords.of(it.spread())))
                        .with("expect", Json.texts(expect(step)))
                        .with("locks", Json.texts(it.locks()))
                        .with("columns", Json.texts(List.of("done at", "came of it", "proven")));
        if (!(it.command().body() instanceof Command.Body.Nothing)) {
            fields = fields.with("command", commands.json(it.command()));
        }
        if (it.upload().isPresent()) {
            boolean root = it.command().sudo();
            fields =
                    fields.with("place", new SheetFile(readable).json(it.upload().get(), root))
                            .with("place_to", it.upload().get().to());
        }
        fields = SheetStep.proof(fields, it.verify());
        if (it.undo().isPresent()) {
            fields = fields.with("undo", commands.json(it.undo().get()));
        }
        if (it.loan().flatMap(Loan::capture).isPresent()) {
            fields = fields.with("original", original(it, it.loan().get().capture().get()));
        }
        if (it.release().isPresent()) {
            fields =
                    fields.with(
                            "release",
                            commands.json(it.release().get().command())
                                    .with("after", it.release().get().after().value()));
        }
        return fields;
    }

    /// Looked at with the rights of the undo, which reads it from the same shell.
    private Json.Fields original(Execution it, Command capture) {
        boolean root = capture.sudo() || it.undo().filter(Command::sudo).isPresent();
        return new SheetCommand(readable).keeping("ORIGINAL", capture, root);
    }

    private List<String> expect(Step.Acting step) {
        Execution it = step.execution();
        List<String> expect = new ArrayList<>();
        it.upload().ifPresent(upload -> expect.addAll(SheetFile.toWorkOut(upload)));
        it.expects().ifPresent(expects -> expect.addAll(said(expects)));
        it.loan()
                .ifPresent(loan -> {
                    expect.add(
                            "This is a loan: it must be taken back within "
                                    + Elapsed.shown(loan.due())
                                    + ".");
                    loan.repaidWhen()
                            .ifPresent(when ->
                                    expect.add("It is repaid when " + InWords.of(when) + "."));
                });
        it.autoRevert()
                .ifPresent(after ->
                        expect.add(
                                "Done by hand nothing takes it back by itself: do so after "
                                        + Elapsed.shown(after)
                                        + " unless it is proven."));
        if (step instanceof Step.Snapshot snapshot) {
            snapshot.valid().ifPresent(valid -> expect.add(counted(valid)));
        }
        return expect;
    }

    private String counted(Validity valid) {
        return "The copy counts only if it was looked at with `"
                + new SheetCommand(readable).code(valid.command()).replace("\n", "; ")
                + "`, and "
                + InWords.measured(valid.that().text())
                + ".";
    }

    private static List<String> said(Expects expects) {
        List<String> said = new ArrayList<>();
        if (expects.reboot()) {
            said.add("The host restarts.");
        }
        if (expects.disconnect()) {
            said.add("The connection is lost, and the host goes on.");
        }
        expects.backWithin()
                .ifPresent(it -> said.add("It answers again within " + Elapsed.shown(it) + "."));
        return said;
    }
}
