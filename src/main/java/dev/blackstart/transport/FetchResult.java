package dev.blackstart.transport;

/// What came of a copy.
public sealed interface FetchResult {
    /// @param sha256 hex digest of the copy as written
    record Copied(long bytes, String sha256) implements FetchResult {}

    record NotCopied(String reason) implements FetchResult {}
}
