package dev.blackstart.run;

/// What a look has found where a file is to be put.
public sealed interface FileState {
    /// Nothing is there yet, and its folder is.
    record Absent() implements FileState {}

    /// @param sha256 hex digest of the file
    /// @param bytes its size
    /// @param text its start, at most 64 KiB
    record Present(String sha256, long bytes, String text) implements FileState {}

    /// No file can be put there: a symbolic link, a folder, no folder to put it in.
    record Unusable(String reason) implements FileState {}

    /// The host could not be asked.
    record Unknown(String reason) implements FileState {}
}
