package dev.blackstart.runbook;

import java.util.Optional;

/// A file that an action puts on its host, before its command if it has one.
///
/// @param template the file it is made from, below the runbook's `templates/`
/// @param content rendered as plain text for each host; at most 64 KiB
/// @param to absolute path on the host; never a symbolic link
/// @param validate a command that checks `[=file]`, the new content beside its place, before it
///   takes it
/// @param mode octal; empty: that of the file before, or 0644 for a new one
public record Upload(
        String template, Text content, String to, Optional<Text> validate, Optional<String> mode) {}
