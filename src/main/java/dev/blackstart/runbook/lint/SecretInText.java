package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in a runbook is in its repository, its journal and everybody's screen.
final class SecretInText implements Rule {
    private static final Pattern SECRET =
            Pattern.compile(
                    "-----BEGIN [A-Z ]*PRIVATE KEY"
                            + "|\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"
                            + "|\\bgh[pousr]_[A-Za-z0-9]{30,}"
                            + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}"
                            + "|[Bb]earer +[A-Za-z0-9._~+/-]{16,}"
                            + "|\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ"
                            + "|(?i)\\b[a-z_]*(passw(or)?d|secret|token|api_?key)['\"]?[=:] *['\"]?(?![$\\[<])[A-Za-z0-9+/_.!-]{6,}"
                            + "|(?i)--(password|token|secret|api-key)[= ]['\"]?(?![$\\[<])[A-Za-z0-9+/_.!-]{6,}");

    @Override
    public String id() {
        return "secret-in-text";
    }

    @Override
    public String says() {
        return "A command or script seems to contain a password, token or key; secrets are parameters that reach a host over standard input.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (ShellText text : ShellTexts.all(subject.runbook())) {
            Matcher secret = SECRET.matcher(text.text());
            while (secret.find()) {
                problems.add(
                        Problem.warning(
                                text.at(secret.start()),
                                id(),
                                "this looks like a secret; declare a parameter of type secret and pass it with `stdin:`"));
            }
        }
        return problems;
    }
}
