package dev.blackstart.runbook;

/// A script beside the runbook; never a template.
///
/// @param path relative to the runbook's folder, such as `scripts/drain-pipe.sh`
/// @param content the whole text
public record ScriptFile(String path, String content) {}
