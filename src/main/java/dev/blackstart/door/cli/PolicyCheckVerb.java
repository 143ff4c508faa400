package dev.blackstart.door.cli;

import dev.blackstart.policy.SiteFiles;
import dev.blackstart.reading.PolicyLint;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.view.ProblemJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `policy check`: everything that is wrong or doubtful in the policy and its allowed signers.
@Command(
        name = "check",
        description = "Check the policy and its allowed signers, and say what they ask for.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart policy check", "  blackstart policy check ./policy.yaml"})
final class PolicyCheckVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The policy (default: policy.yaml in the folder of the runbooks).")
    @Nullable Path file;

    PolicyCheckVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path place =
                file == null
                        ? new Setting(surroundings, shared)
                                .places()
                                .runbooks()
                                .resolve(PolicyReader.USUAL)
                        : surroundings.cwd().resolve(file);
        if (!Files.exists(place)) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "There is no policy "
                            + place
                            + ", so names are believed as they are typed; the page policy of the documentation shows one.");
        }
        Read<SiteFiles> read = PolicyReader.read(place);
        List<Problem> problems =
                new ArrayList<>(PolicyLint.check(place, surroundings.clock().instant()));
        problems.addAll(new WritableByOthers(place).problems(read));
        List<Problem> sorted = problems.stream().distinct().sorted().toList();
        new Printed(surroundings, shared)
                .print(() -> lines(read, sorted), () -> ProblemJson.of(sorted));
        return sorted.stream().anyMatch(Problem::isError)
                ? ExitCode.REFUSED.number()
                : ExitCode.DONE.number();
    }

    private static List<String> lines(Read<SiteFiles> read, List<Problem> problems) {
        List<String> lines = new ArrayList<>(Sentences.problems(problems));
        if (read instanceof Read.Accepted<SiteFiles> it) {
            lines.addAll(PolicyPage.lines(it.value()));
        }
        long errors = problems.stream().filter(Problem::isError).count();
        lines.add(
                Words.count(errors, "error")
                        + ", "
                        + Words.count(problems.size() - errors, "warning")
                        + ".");
        return lines;
    }
}
