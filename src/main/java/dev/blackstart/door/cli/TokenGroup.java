package dev.blackstart.door.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `token`: what callers of the service prove themselves with.
@Command(
        name = "token",
        description =
                "Make, list and revoke the tokens of the service, and links that log in with them.",
        subcommands = {
            TokenCreateVerb.class,
            TokenLinkVerb.class,
            TokenListVerb.class,
            TokenRevokeVerb.class
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart token create anna-laptop --scopes view,run,approve --runbooks all",
            "  blackstart token list",
            "  blackstart token revoke anna-laptop"
        })
final class TokenGroup {
    @Mixin StateOptions options = new StateOptions();
}
