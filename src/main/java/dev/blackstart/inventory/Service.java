package dev.blackstart.inventory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A service and what it needs, for the dependency map.
///
/// @param runsOn hosts and groups it runs on
/// @param needsToStart services without which it cannot start
/// @param needsToRun services without which it cannot go on running
/// @param tolerates how long those who need it bear its absence
/// @param place where it stands and for whom, when that is written down
/// @param cuts ways to do without something it needs
/// @param thresholds what an outage of some length does to it
public record Service(
        String name,
        Selector runsOn,
        List<String> needsToStart,
        List<String> needsToRun,
        Optional<Duration> tolerates,
        Place place,
        List<Cut> cuts,
        List<Threshold> thresholds) {
    /// @param livesIn the service that carries it, as a cluster carries its pods
    /// @param serves services that it is there for even when they have failed, such as what an
    ///   alert is about
    public record Place(Optional<String> livesIn, List<String> serves) {
        public static final Place ANYWHERE = new Place(Optional.empty(), List.of());

        public Place {
            serves = List.copyOf(serves);
        }
    }

    public Service {
        needsToStart = List.copyOf(needsToStart);
        needsToRun = List.copyOf(needsToRun);
        cuts = List.copyOf(cuts);
        thresholds = List.copyOf(thresholds);
    }

    /// A service of which only the needs are known.
    public Service(
            String name,
            Selector runsOn,
            List<String> needsToStart,
            List<String> needsToRun,
            Optional<Duration> tolerates) {
        this(
                name,
                runsOn,
                needsToStart,
                needsToRun,
                tolerates,
                Place.ANYWHERE,
                List.of(),
                List.of());
    }
}
