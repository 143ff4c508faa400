package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `approve`: a yes that is a signature, made here or elsewhere.
@Command(
        name = "approve",
        description =
                "Show what a run waits to send, and sign a yes to it with your SSH key; or apply a"
                        + " signature that was made elsewhere.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart approve last --reason 'agreed with cy'",
            "  blackstart approve last --print > yes.txt",
            "  blackstart approve --signature yes.txt"
        })
final class ApproveVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin RemoteOptions shared = new RemoteOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "",
            description =
                    "Id of the run, its first or last letters, or last (default: the open run).")
    String run = "";

    @Option(names = "--gate", paramLabel = "ID", description = "The gate, such as G1.")
    @Nullable String gate;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is signed and kept.")
    @Nullable String reason;

    @Option(
            names = "--break-glass",
            paramLabel = "TEXT",
            description = "Why it must be done although a freeze is in force; everybody reads it.")
    @Nullable String breakGlass;

    @Option(names = "--deny", description = "Sign a no in place of a yes.")
    boolean deny;

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "Who you are in the policy (default: whoever has your account).")
    @Nullable String as;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Private key, or public key whose private part your agent holds (default: the"
                            + " one of your keys that the policy knows).")
    @Nullable Path key;

    @Option(
            names = "--print",
            description = "Print the signed yes and send it nowhere; it may travel by any channel.")
    boolean print;

    @Option(
            names = "--signature",
            paramLabel = "FILE|-",
            description = "Apply what somebody signed elsewhere; - reads it here.")
    @Nullable String signature;

    @Option(
            names = "--digest",
            paramLabel = "HEX",
            description =
                    "Without a terminal: the digest, or its first 12 letters, of what you have"
                            + " seen.")
    @Nullable String digest;

    @Option(
            names = "--typed",
            paramLabel = "NAME",
            description = "Without a terminal: the name that the gate asks for.")
    @Nullable String typed;

    ApproveVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            Approving approving = new Approving(at.surroundings(), shared, archive, this);
            return signature == null ? approving.sign() : approving.apply(signature);
        }
    }
}
