package dev.blackstart.door.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// Values for the parameters of a runbook. A secret is never given on the command line, where every
/// user of the machine could read it.
final class InputOptions {
    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "Value of a parameter; may be repeated.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--secret-file",
            paramLabel = "NAME=PATH",
            description = "File with a secret parameter's value; without it the terminal asks.")
    Map<String, String> secretFiles = new LinkedHashMap<>();
}
