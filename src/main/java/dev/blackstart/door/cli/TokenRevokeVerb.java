package dev.blackstart.door.cli;

import dev.blackstart.service.Refusal;
import dev.blackstart.service.Tokens;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `token revoke`: ends a token at once.
@Command(
        name = "revoke",
        description = "End a token; it counts no more from this moment on.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart token revoke anna-laptop"})
final class TokenRevokeVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin StateOptions options = new StateOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the token.")
    String name = "";

    TokenRevokeVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, options.shared()).places();
        try {
            new Tokens(places.journal()).revoke(name, surroundings.clock().instant());
        } catch (Refusal e) {
            throw TokenListVerb.told(e);
        }
        surroundings.words().println("Token " + name + " is revoked.");
        return ExitCode.DONE.number();
    }
}
