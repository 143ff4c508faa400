package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.FindingName;
import java.time.Instant;

/// One finding that licenses (or fails to license) an action: its value on one host, when and how
/// it was obtained. Value and place go into the digest of an approval; time and way do not.
///
/// @param value the value shown, `unknown: …` or `inadmissible: …`
public record License(FindingName finding, HostName host, String value, Instant at, String how) {}
