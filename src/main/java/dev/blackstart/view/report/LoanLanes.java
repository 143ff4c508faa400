package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A lane for each loan, from when it was taken until it was repaid, or to the end of the picture
/// while it is open.
final class LoanLanes {
    /// More loans than this of one step share a lane.
    private static final int EACH = 8;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private record Place(StepId step, HostName host) {}

    private record Owed(Instant from, RunEvent.LoanTaken loan) {}

    private final Map<Place, Owed> owed = new LinkedHashMap<>();
    private final Map<Place, String> names = new LinkedHashMap<>();
    private final Map<String, List<Lane.Bar>> bars = new LinkedHashMap<>();
    private final Map<String, List<Lane.Mark>> marks = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    private LoanLanes() {}

    static List<Lane> of(RunReport report) {
        LoanLanes all = new LoanLanes();
        report.events().forEach(all::saw);
        all.owed.forEach((place, it) -> all.open(place, it, report.until()));
        return all.bars.entrySet().stream()
                .map(it ->
                        new Lane(
                                "Loans",
                                label(it.getKey()),
                                all.notes.getOrDefault(it.getKey(), ""),
                                it.getValue(),
                                all.marks.getOrDefault(it.getKey(), List.of())))
                .toList();
    }

    /// The host stands first: a long step's name is cut.
    private static String label(String lane) {
        return "loan: " + lane;
    }

    private void saw(Recorded recorded) {
        if (recorded.event() instanceof RunEvent.LoanTaken it) {
            owed.putIfAbsent(new Place(it.step(), it.host()), new Owed(recorded.at(), it));
        }
        if (recorded.event() instanceof RunEvent.LoanRepaid it) {
            Place place = new Place(it.step(), it.host());
            Owed loan = owed.remove(place);
            if (loan != null) {
                bar(place, loan, recorded.at(), "repaid: " + it.reason());
                notes.put(lane(place), "repaid");
            }
        }
    }

    private void open(Place place, Owed loan, Instant until) {
        String due = "due " + DAY.format(loan.loan().due());
        bar(place, loan, until, "open, " + due);
        marks.computeIfAbsent(lane(place), any -> new ArrayList<>())
                .add(new Lane.Mark(until, "bad", "L", place.host() + ": open, " + due));
        notes.put(lane(place), due);
    }

    private void bar(Place place, Owed loan, Instant until, String end) {
        String says = place.step() + " on " + place.host() + ", " + end;
        bars.computeIfAbsent(lane(place), any -> new ArrayList<>())
                .add(new Lane.Bar(loan.from(), until, "loan", says));
    }

    private String lane(Place place) {
        long before = names.keySet().stream().filter(it -> it.step().equals(place.step())).count();
        return names.computeIfAbsent(
                place, any -> (before < EACH ? place.host() + " " : "other hosts ") + place.step());
    }
}
