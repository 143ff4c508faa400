package dev.blackstart.transport;

import dev.blackstart.inventory.Host;
import dev.blackstart.runbook.Secret;
import java.util.Optional;

/// One command line for one host.
///
/// @param commandLine what the SSH exec request carries, complete with quoting
/// @param stdin written to standard input, which is then closed; empty: closed at once
/// @param outputLimit most bytes kept of each stream
/// @param repeatable a check: connecting may be tried again, at most twice
public record Request(
        Host host,
        String commandLine,
        Optional<Secret> stdin,
        Deadlines deadlines,
        long outputLimit,
        boolean repeatable) {}
