package dev.blackstart.door.cli;

import dev.blackstart.reading.shape.Durations;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Token;
import dev.blackstart.service.Tokens;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `token create`: makes a token and shows it once.
@Command(
        name = "create",
        description = "Make a token and show it once; only its hash is kept.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart token create grafana --scopes view --runbooks all --expires 365d",
            "  blackstart token create anna-laptop --scopes run,approve --runbooks store-frozen --risk disrupt"
        })
final class TokenCreateVerb implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Surroundings surroundings;

    @Mixin StateOptions options = new StateOptions();

    @Parameters(
            paramLabel = "NAME",
            description = "Name of the token: small letters, digits and hyphens.")
    String name = "";

    @Option(
            names = "--scopes",
            paramLabel = "SCOPES",
            required = true,
            split = ",",
            description =
                    "What it may do: view, run, approve, admin, with commas between them; each includes view.")
    List<String> scopes = List.of();

    @Option(
            names = "--runbooks",
            paramLabel = "NAMES",
            required = true,
            description = "The runbooks it reaches, with commas between them, or all.")
    String runbooks = "";

    @Option(
            names = "--risk",
            paramLabel = "RISK",
            defaultValue = "mutate",
            description =
                    "The highest risk it may say yes to: mutate, disrupt or irreversible (default: ${DEFAULT-VALUE}).")
    String risk = "";

    @Option(
            names = "--expires",
            paramLabel = "LENGTH",
            defaultValue = "90d",
            description = "How long it counts, at most 366d (default: ${DEFAULT-VALUE}).")
    String expires = "";

    @Option(
            names = "--person",
            paramLabel = "NAME",
            description = "The person it speaks for (default: you).")
    @Nullable String person;

    TokenCreateVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant now = surroundings.clock().instant();
        Places places = new Setting(surroundings, options.shared()).places();
        try {
            Token.Terms terms = new Token.Terms(name, person(), grant(), now.plus(length()));
            String token = new Tokens(places.journal()).create(terms, now);
            new Printed(surroundings, options.shared())
                    .print(
                            () -> List.of(token),
                            () -> Json.object().with("name", name).with("token", token));
        } catch (Refusal e) {
            throw TokenListVerb.told(e);
        }
        surroundings.say(
                surroundings.complaints(),
                options.shared()
                        .steps()
                        .in(
                                "It is shown this once and kept nowhere; blackstart token revoke %s ends it."
                                        .formatted(name)));
        return ExitCode.DONE.number();
    }

    private Person person() {
        return Optional.ofNullable(person)
                .filter(it -> !it.isBlank())
                .map(it -> new Person(it.strip()))
                .orElse(surroundings.person());
    }

    private Grant grant() {
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        for (String word : scopes) {
            granted.add(
                    Scope.named(word)
                            .orElseThrow(() ->
                                    usage(
                                            "--scopes takes view, run, approve and admin, not ",
                                            word)));
        }
        if (granted.contains(Scope.ADMIN) && !granted.contains(Scope.RUN)) {
            throw usage(
                    "--scopes must have run where it has admin, which alone may end nothing: run,",
                    "admin");
        }
        Risk highest =
                Risk.named(risk)
                        .orElseThrow(() ->
                                usage(
                                        "--risk must be mutate, disrupt or irreversible, not ",
                                        risk));
        return new Grant(granted, Token.runbooks(runbooks), highest);
    }

    private Duration length() {
        return Durations.parse(expires)
                .filter(it -> it.isPositive() && it.compareTo(LONGEST) <= 0)
                .orElseThrow(() ->
                        usage("--expires must be a length up to 366d, such as 30d, not ", expires));
    }

    private static CannotGoOn usage(String sentence, String word) {
        return new CannotGoOn(ExitCode.USAGE, sentence + Escaped.line(word, 40) + ".");
    }
}
