package dev.blackstart.door.cli;

import dev.blackstart.reading.DrillReader;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.scaffold.NewDrill;
import dev.blackstart.scaffold.NewStep;
import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `new`: a step with its script, or a drill, to begin with. Overwrites nothing.
@Command(
        name = "new",
        description = "Begin a check, an action or a drill; contacts nothing.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart new check queue_length --in nginx",
            "  blackstart new action flush_queue --in nginx",
            "  blackstart new drill queue-full --in nginx"
        })
final class NewVerb implements Callable<Integer> {
    enum Kind {
        check,
        action,
        drill
    }

    private final Surroundings surroundings;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(index = "0", paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    Kind kind = Kind.check;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "snake_case for a step, with hyphens for a drill.")
    String name = "";

    @Option(
            names = "--in",
            paramLabel = "RUNBOOK",
            description = "The runbook it belongs to; without it a step is printed.")
    @Nullable String runbook;

    NewVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String form = kind == Kind.drill ? "[a-z][a-z0-9-]{0,62}" : "[a-z][a-z0-9_]{0,54}";
        if (!name.matches(form)) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    Escaped.line(name, 64)
                            + " is no name for a "
                            + kind
                            + "; write lower-case letters and digits, with "
                            + (kind == Kind.drill
                                    ? "hyphens, as in queue-full."
                                    : "_, as in queue_length."));
        }
        switch (kind) {
            case check -> step(NewStep.Kind.CHECK);
            case action -> step(NewStep.Kind.ACTION);
            case drill -> drill();
        }
        return ExitCode.DONE.number();
    }

    private Shelf shelf() {
        return new Shelf(new Setting(surroundings, shared).places());
    }

    private Path folder(String of) {
        return new Setting(surroundings, shared).places().runbooks().resolve(of);
    }

    private void step(NewStep.Kind what) {
        Optional<Runbook> read = Optional.ofNullable(runbook).map(shelf()::runbook);
        NewStep step =
                NewStep.of(what, name, read)
                        .orElseThrow(() ->
                                new CannotGoOn(
                                        ExitCode.REFUSED,
                                        "The runbook "
                                                + runbook
                                                + " has no check yet that could allow and prove an action; begin with blackstart new check NAME --in "
                                                + runbook
                                                + "."));
        if (runbook == null) {
            surroundings.streams().out().print(step.yaml());
            return;
        }
        Added added = new Added(folder(runbook));
        List<Problem> problems = added.problems(step);
        if (!problems.isEmpty()) {
            throw Sentences.refused(
                    "to add `" + name + "` to " + runbook,
                    problems,
                    " Without --in it is printed, to be put where it belongs.");
        }
        written(() -> added.write(step));
        out().println(
                        "Added "
                                + kind
                                + " "
                                + name
                                + " to the end of "
                                + Escaped.line(folder(runbook) + "/runbook.yaml")
                                + ".");
        out().println("Next: write " + step.path() + ", then " + command("lint " + runbook) + ".");
    }

    private void drill() {
        if (runbook == null) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    "A drill belongs to a runbook; name it, as in blackstart new drill "
                            + name
                            + " --in nginx.");
        }
        Added added = new Added(folder(runbook));
        NewDrill drill = NewDrill.of(name, shelf().runbook(runbook), added.text());
        List<Problem> problems =
                DrillReader.read(name + ".yaml", drill.yaml()).problems().stream()
                        .filter(Problem::isError)
                        .toList();
        if (!problems.isEmpty()) {
            throw Sentences.refused("to make the drill " + name, problems);
        }
        String path = "drills/" + name + ".yaml";
        written(() -> added.write(path, drill.yaml()));
        out().println("Made " + Escaped.line(folder(runbook) + "/" + path) + ".");
        out().println(
                        "Next: say in it what each command prints, then "
                                + command("drill " + name)
                                + ".");
    }

    /// As it is typed here, for the folders that were named.
    private String command(String words) {
        StringBuilder command = new StringBuilder();
        command.append(new Launcher(surroundings).typed(surroundings.cwd())).append(' ');
        command.append(words);
        if (shared.runbooks != null) {
            command.append(" --runbooks ").append(Launcher.word(shared.runbooks.toString()));
        }
        if (shared.inventory != null) {
            command.append(" --inventory ").append(Launcher.word(shared.inventory.toString()));
        }
        return Escaped.line(command.toString());
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void written(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "Nothing was written: "
                            + Escaped.line(String.valueOf(e.getMessage()))
                            + (e instanceof FileAlreadyExistsException
                                    ? " is there already; take another name."
                                    : " cannot be written by you."));
        }
    }

    private PrintStream out() {
        return surroundings.words();
    }
}
