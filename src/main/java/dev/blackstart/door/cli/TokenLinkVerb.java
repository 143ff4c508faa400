package dev.blackstart.door.cli;

import dev.blackstart.service.Links;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Tokens;
import dev.blackstart.view.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `token link`: a link to the web console that logs its reader in, once.
@Command(
        name = "link",
        description = {
            "Print a link that logs a browser in at the web console, once and within 5 minutes.",
            "Whoever follows it may what the token may."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart token link anna-laptop",
            "  blackstart token link anna-laptop --server https://blackstart.example.org"
        })
final class TokenLinkVerb implements Callable<Integer> {
    private static final Pattern SERVER =
            Pattern.compile(
                    "https?://[A-Za-z0-9.\\-]+(:[0-9]{1,5})?|https?://\\[[0-9a-fA-F:]+](:[0-9]{1,5})?");

    private final Surroundings surroundings;

    @Mixin StateOptions options = new StateOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the token.")
    String name = "";

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8470",
            description = "Where the service is reached (default: ${DEFAULT-VALUE}).")
    String server = "";

    TokenLinkVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String base = server.replaceFirst("/$", "");
        if (!SERVER.matcher(base).matches()) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    "--server must be the address of the service, such as https://blackstart.example.org.");
        }
        Instant now = surroundings.clock().instant();
        Path state = new Setting(surroundings, options.shared()).places().journal();
        try {
            String link = base + "/login/" + new Links(state, new Tokens(state)).make(name, now);
            new Printed(surroundings, options.shared())
                    .print(() -> List.of(link), () -> Json.object().with("link", link));
        } catch (Refusal e) {
            throw TokenListVerb.told(e);
        }
        return ExitCode.DONE.number();
    }
}
