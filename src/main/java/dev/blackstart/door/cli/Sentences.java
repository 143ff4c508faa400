package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalException;
import dev.blackstart.runbook.Problem;
import dev.blackstart.view.Escaped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Refusals that several verbs share, in their exact words.
public final class Sentences {
    private Sentences() {}

    private static final String BEGIN_ANEW = "blackstart audit begin-anew";

    /// What is left to do about a chain that does not verify: it is never gone on with.
    static final String DAMAGED =
            "blackstart audit export takes out what verifies; "
                    + BEGIN_ANEW
                    + " --reason TEXT puts the journal aside as it is, names the hosts to look at, and begins a new one.";

    public static CannotGoOn journal(JournalException e) {
        String message = String.valueOf(e.getMessage());
        String sentence = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        List<String> lines = new ArrayList<>();
        lines.add("The journal cannot be used, so nothing was sent: " + Escaped.line(sentence));
        if (e.kind() == JournalException.Kind.DAMAGED && !message.contains(BEGIN_ANEW)) {
            lines.add(DAMAGED);
        }
        return new CannotGoOn(ExitCode.JOURNAL, lines);
    }

    /// @param what such as `runbook store-frozen`
    static CannotGoOn refused(String what, List<Problem> problems) {
        return refused(what, problems, "");
    }

    /// @param next what to type next, after a blank; or nothing
    static CannotGoOn refused(String what, List<Problem> problems, String next) {
        List<String> lines = new ArrayList<>(problems(problems));
        long errors = problems.stream().filter(Problem::isError).count();
        lines.add(
                "Refused "
                        + what
                        + ": "
                        + errors
                        + (errors == 1 ? " error" : " errors")
                        + "; nothing was sent."
                        + next);
        return new CannotGoOn(ExitCode.REFUSED, lines);
    }

    static List<String> problems(List<Problem> problems) {
        return problems.stream().map(problem -> Escaped.line(problem.toString())).toList();
    }
}
