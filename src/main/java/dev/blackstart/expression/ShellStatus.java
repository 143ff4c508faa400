package dev.blackstart.expression;

import dev.blackstart.runbook.CheckResult;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two exit statuses with which shells, `env`, `timeout` and container tools say that they
/// could not start a command: 126 and 127. A command that did not run says nothing about the host.
final class ShellStatus {
    private static final String EITHER = "12[67](?![0-9.])";
    private static final String COMPARED = "(?:[=!<>]=|[<>])";

    /// Does an expression compare `exit` with one of the two? Then its author means them.
    private static final Pattern MEANT =
            Pattern.compile(
                    "\\bexit\\s*%s\\s*%s|(?<![0-9.])%s\\s*%s\\s*exit\\b|\\bexit\\s+in\\s*\\[[^]]*(?<![0-9.])%s"
                            .formatted(COMPARED, EITHER, EITHER, COMPARED, EITHER));

    /// `sh: 1: x: not found`, `bash: line 1: x: command not found`.
    private static final Pattern SHELL =
            Pattern.compile("(?m)(?:^|.*: )([^\\s:]{1,80}): (?:command )?not found$");

    /// `env: 'x': No such file or directory`, `timeout: failed to run command 'x': …`.
    private static final Pattern QUOTED =
            Pattern.compile(
                    "(?m)^(?:env|timeout): .*['\u2018]([^\\s'\u2019]{1,80})['\u2019]: No such file");

    private ShellStatus() {}

    /// Why the command, or something in it, did not run; empty when it did, or when the expression
    /// asks for just that.
    static Optional<String> of(String expression, CheckResult result) {
        int exit = result.exit().orElse(0);
        if (!CheckResult.didNotRun(exit) || MEANT.matcher(expression).find()) {
            return Optional.empty();
        }
        return Optional.of(
                exit == CheckResult.NOT_FOUND
                        ? missing(result.stderr()) + " is not on the host (exit 127)"
                        : "a command it needs cannot be run on the host (exit 126)");
    }

    private static String missing(String stderr) {
        for (Pattern pattern : new Pattern[] {SHELL, QUOTED}) {
            Matcher matcher = pattern.matcher(stderr);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "a command it needs";
    }
}
