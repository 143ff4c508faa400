package dev.blackstart.door.cli;

import dev.blackstart.remote.ServiceTrouble;
import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/// The command line as a whole: finds the verb, runs it, and turns whatever comes of it into
/// sentences and an exit code. A stack trace goes to a file, never to a person.
public final class Door {
    private final Surroundings surroundings;
    private final CommandLine commands;

    public Door(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.commands = new CommandLine(new Blackstart(), new VerbFactory(surroundings, ports));
        commands.setUsageHelpWidth(80);
        commands.setOut(new PrintWriter(surroundings.words(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(surroundings.complaints(), true, StandardCharsets.UTF_8));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        // what follows the lab's own verb is the lab's
        Optional.ofNullable(commands.getSubcommands().get("lab"))
                .ifPresent(lab -> lab.setStopAtPositional(true));
        commands.setParameterExceptionHandler((e, arguments) -> usage(e));
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e, steps(parsed)));
    }

    /// The journal or the service the command was given.
    private static NextSteps steps(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine.Model.CommandSpec spec = last.commandSpec();
        if (spec.mixins().get("shared") != null
                && spec.mixins().get("shared").userObject() instanceof RemoteOptions remote) {
            return remote.steps();
        }
        return new NextSteps(Optional.ofNullable(last.matchedOptionValue("--journal", null)));
    }

    /// @return the exit code
    public int run(String... arguments) {
        if (arguments.length == 0) {
            commands.usage(surroundings.words());
            return ExitCode.USAGE.number();
        }
        try {
            return commands.execute(arguments);
        } catch (StackOverflowError | LinkageError e) { // no Exception, so nobody below took it
            return failed(e, NextSteps.USUAL);
        }
    }

    private int usage(CommandLine.ParameterException e) {
        complain(new UsageSentence(e).sentence());
        return ExitCode.USAGE.number();
    }

    private void complain(String line) {
        surroundings.say(surroundings.complaints(), line);
    }

    private int failed(Throwable e, NextSteps steps) {
        if (e instanceof ServiceTrouble it) {
            return failed(RemoteSentences.of(it), steps);
        }
        if (e instanceof CannotGoOn it) {
            it.lines().stream().map(steps::in).forEach(this::complain);
            return it.code().number();
        }
        List.of(
                        "Blackstart met a bug in itself (" + Escaped.line(e.toString(), 200) + ").",
                        "What runs on hosts goes on; blackstart runs shows where each run stands.",
                        trace(e))
                .forEach(surroundings.complaints()::println);
        return ExitCode.BUG.number();
    }

    private static String trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("blackstart-bug-", ".txt");
            Files.writeString(file, trace.toString());
            return "Details for its authors are in " + file + ".";
        } catch (IOException unwritable) {
            return "Details could not be written to a file.";
        }
    }
}
