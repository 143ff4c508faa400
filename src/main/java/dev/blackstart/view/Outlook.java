package dev.blackstart.view;

import java.time.Instant;

/// The moment from which a run is looked at. What is open in it lasts until then.
///
/// @param carriedOut does a process carry the run out then?
public record Outlook(Instant at, boolean carriedOut) {}
