package dev.blackstart.transport.sandbox;

import dev.blackstart.inventory.HostName;

/// Something a command tried to do to its host, such as `reboot` or `systemctl restart ctld`; the machine was not
/// touched.
public record Attempt(HostName host, String command) {}
