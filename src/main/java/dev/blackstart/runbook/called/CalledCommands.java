package dev.blackstart.runbook.called;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.RunbookName;
import dev.blackstart.runbook.ScriptFile;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Upload;
import dev.blackstart.runbook.Verify;
import java.util.LinkedHashMap;
import java.util.Map;

/// Moves what steps carry out into the calling runbook: rendered with the called runbook's
/// parameters, fed with the caller's secrets, scripts named with the folder they come from.
///
/// @param folder that of the called runbook
/// @param deeper the step is of a runbook it calls itself: its scripts are named already
/// @param secrets secret parameters of the called runbook, and of the caller in their place
record CalledCommands(
        Inside inside,
        CalledParts parts,
        RunbookName folder,
        boolean deeper,
        Map<String, String> secrets) {
    Command command(Command own) {
        Map<String, Text> env = new LinkedHashMap<>();
        own.env().forEach((name, text) -> env.put(name, parts.text(text)));
        return new Command(
                body(own.body()),
                env,
                own.stdin().map(name -> secrets.getOrDefault(name, name)),
                own.sudo(),
                own.outputLimit());
    }

    private Command.Body body(Command.Body own) {
        return switch (own) {
            case Command.Body.Run run -> new Command.Body.Run(parts.text(run.text()));
            case Command.Body.Script script -> new Command.Body.Script(script(script.file()));
            case Command.Body.Nothing nothing -> nothing;
        };
    }

    private ScriptFile script(ScriptFile own) {
        return deeper ? own : new ScriptFile(folder + "/" + own.path(), own.content());
    }

    Verify verify(Verify own) {
        return new Verify(
                own.check().within(inside.call()),
                parts.condition(own.that()),
                own.within(),
                own.every());
    }

    Execution execution(Execution own) {
        return new Execution(
                command(own.command()),
                own.risk(),
                own.requires().map(parts::condition),
                own.preserve().stream().map(this::script).toList(),
                own.verify().map(this::verify),
                own.release().map(this::release),
                own.undo().map(this::command),
                own.loan().map(this::loan),
                own.autoRevert(),
                own.expects(),
                own.upload().map(this::upload),
                own.onFailure(),
                own.spread(),
                own.gate(),
                own.locks());
    }

    private Release release(Release own) {
        return new Release(command(own.command()), own.after().within(inside.call()));
    }

    private Upload upload(Upload own) {
        return new Upload(
                own.template(),
                parts.text(own.content()),
                own.to(),
                own.validate().map(parts::text),
                own.mode());
    }

    private Loan loan(Loan own) {
        return new Loan(
                own.due(),
                own.repaidWhen().map(parts::condition),
                own.capture().map(this::command));
    }
}
