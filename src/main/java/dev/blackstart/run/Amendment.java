package dev.blackstart.run;

import dev.blackstart.inventory.HostName;

/// A command that a person changed for one host in this run, as a gate shows it.
///
/// @param label the script's path, or `run`
/// @param before the text as last rendered or amended
/// @param after the text that takes its place
public record Amendment(HostName host, String label, String before, String after, Person by) {}
