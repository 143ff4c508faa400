package dev.blackstart.door.cli;

import dev.blackstart.service.Refusal;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Token;
import dev.blackstart.service.Tokens;
import dev.blackstart.view.Json;
import dev.blackstart.view.TextTable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `token list`: what each token may, never the tokens themselves.
@Command(
        name = "list",
        description = "List the tokens and what each may do.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart token list", "  blackstart token list --output json"})
final class TokenListVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin StateOptions options = new StateOptions();

    TokenListVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant now = surroundings.clock().instant();
        try {
            List<Token> all =
                    new Tokens(new Setting(surroundings, options.shared()).places().journal())
                            .all();
            Printed out = new Printed(surroundings, options.shared());
            out.print(
                    () -> lines(all, now, out.columns()),
                    () -> Json.array(all, it -> it.json(now)));
        } catch (Refusal e) {
            throw told(e);
        }
        return ExitCode.DONE.number();
    }

    private static List<String> lines(List<Token> all, Instant now, int columns) {
        if (all.isEmpty()) {
            return List.of("No token yet; blackstart token create makes one.");
        }
        TextTable table =
                new TextTable("TOKEN", "PERSON", "STANDING", "UNTIL", "SCOPES", "RISK", "RUNBOOKS");
        for (Token token : all) {
            table.row(
                    token.terms().name(),
                    token.terms().person().name(),
                    token.standing(now),
                    token.terms().expires().toString().substring(0, 10),
                    token.terms().grant().scopes().stream()
                            .sorted()
                            .map(Scope::word)
                            .collect(Collectors.joining(",")),
                    token.terms().grant().risk().word(),
                    token.runbooks());
        }
        return table.lines(columns);
    }

    static CannotGoOn told(Refusal e) {
        return new CannotGoOn(
                switch (e.kind()) {
                    case MALFORMED -> ExitCode.USAGE;
                    case UNAVAILABLE -> ExitCode.JOURNAL;
                    case NOT_ALLOWED, CONFLICT, LIMIT -> ExitCode.NOT_ALLOWED;
                    case REFUSED, NOT_FOUND -> ExitCode.REFUSED;
                },
                e.lines());
    }
}
