package dev.blackstart.run;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import java.util.List;

/// Whether a host keeps receipts of what is done on it. One that keeps none cannot tell later how
/// an action ended that was interrupted, keeps no other installation out, and undoes nothing by
/// itself.
public final class Receipts {
    /// How a host begins to say that it has no place for them; nothing was started then.
    public static final String NO_PLACE = "no receipts: ";

    private static final String LABEL = "receipts";
    private static final String NONE = "none";

    private Receipts() {}

    /// The inventory says so, or the host did when something was to be sent there in this run.
    public static boolean none(Plan plan, RunState state, HostName host) {
        return plan.inventory().host(host).filter(Receipts::labelled).isPresent()
                || state.actions().all().stream()
                        .filter(progress -> progress.intent().action().host().equals(host))
                        .flatMap(progress -> progress.outcome().stream())
                        .anyMatch(Receipts::noPlace);
    }

    private static boolean labelled(Host host) {
        return NONE.equals(host.labels().get(LABEL));
    }

    private static boolean noPlace(Outcome outcome) {
        return outcome instanceof Outcome.Unreachable it && it.reason().startsWith(NO_PLACE);
    }

    /// What a person must know before it is sent to these hosts.
    static List<String> cautions(Moment moment, List<HostName> hosts) {
        List<HostName> without =
                hosts.stream().filter(host -> none(moment.plan(), moment.state(), host)).toList();
        return without.isEmpty()
                ? List.of()
                : List.of(
                        "%s %s no receipts: if the connection is lost, nobody can read there how it ended, and nothing there keeps others out."
                                .formatted(
                                        Words.hosts(without),
                                        without.size() == 1 ? "keeps" : "keep"));
    }
}
