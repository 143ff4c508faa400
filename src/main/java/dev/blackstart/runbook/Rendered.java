package dev.blackstart.runbook;

/// A rendered text, or one sentence why it cannot be rendered.
public sealed interface Rendered {
    record Done(String text) implements Rendered {}

    record Refused(String reason) implements Rendered {}
}
