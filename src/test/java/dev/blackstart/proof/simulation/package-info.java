/// The production engine, conductor, gates, locks and journal code in a world of one thread, whose
/// time, chance, disk, network, hosts and people are made. A seed replays byte for byte.
@NullMarked
package dev.blackstart.proof.simulation;

import org.jspecify.annotations.NullMarked;
