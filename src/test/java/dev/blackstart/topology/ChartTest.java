package dev.blackstart.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.blackstart.inventory.Cut;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Selector;
import dev.blackstart.inventory.Service;
import dev.blackstart.inventory.Threshold;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Circles, their cheapest cuts, the order of a black start, and what stands inside what it serves.
class ChartTest {
    private static Service service(String name, List<String> start, List<String> run, Cut... cuts) {
        return placed(name, start, run, Service.Place.ANYWHERE, cuts);
    }

    private static Service placed(
            String name, List<String> start, List<String> run, Service.Place place, Cut... cuts) {
        return new Service(
                name,
                Selector.parse("nodes").orElseThrow(),
                start,
                run,
                Optional.empty(),
                place,
                List.of(cuts),
                List.of());
    }

    private static Chart chart(Service... services) {
        Map<String, Service> all = new LinkedHashMap<>();
        for (Service service : services) {
            all.put(service.name(), service);
        }
        return new Chart(new Inventory(Map.of(), Map.of(), all));
    }

    private static Cut cut(String need, int cost) {
        return new Cut(need, cost, "by hand", Optional.of("open-it"));
    }

    @Test
    void aStartThatWaitsForItselfIsADeadlock() {
        Deadlock deadlock =
                chart(
                                service("dns", List.of(), List.of("vip")),
                                service("vip", List.of("image"), List.of()),
                                service("image", List.of("dns"), List.of()),
                                service("web", List.of("dns"), List.of()))
                        .deadlocks()
                        .getFirst();
        assertThat(deadlock.services()).containsExactly("dns", "vip", "image");
        assertThat(deadlock.names()).containsExactly("vip", "image", "dns", "vip");
        assertThat(deadlock.opened()).isFalse();
    }

    @Test
    void whatNeedsEachOtherOnlyToRunStartsTogether() {
        Chart chart =
                chart(
                        service("left", List.of(), List.of("right", "power")),
                        service("right", List.of(), List.of("left")),
                        service("power", List.of(), List.of()));
        assertThat(chart.deadlocks()).isEmpty();
        assertThat(chart.together()).containsExactly(List.of("left", "right"));
        assertThat(chart.order().waves())
                .containsExactly(List.of("power"), List.of("left", "right"));
    }

    @Test
    void twoCirclesThroughOneNeedAreOpenedByOneCutEvenIfItCostsMoreThanEither() {
        Chart chart =
                chart(
                        service("a", List.of("b"), List.of(), cut("b", 5)),
                        service("b", List.of("c", "d"), List.of(), cut("c", 3), cut("d", 3)),
                        service("c", List.of("a"), List.of()),
                        service("d", List.of("a"), List.of()));
        Deadlock deadlock = chart.deadlocks().getFirst();
        assertThat(deadlock.cuts()).extracting(it -> it.need().service()).containsExactly("a");
        assertThat(deadlock.cost()).isEqualTo(5);
        assertThat(chart.order().waves()).hasSize(3);
        assertThat(chart.order().waves().getFirst()).containsExactly("a");
    }

    @Test
    void twoCheapCutsBeatADearOne() {
        Chart chart =
                chart(
                        service("a", List.of("b"), List.of(), cut("b", 7)),
                        service("b", List.of("c", "d"), List.of(), cut("c", 3), cut("d", 3)),
                        service("c", List.of("a"), List.of()),
                        service("d", List.of("a"), List.of()));
        assertThat(chart.deadlocks().getFirst().cuts())
                .extracting(it -> it.need().needs())
                .containsExactly("c", "d");
    }

    @Test
    void whatNothingOpensNeverStartsNorDoWhatWaitsForIt() {
        StartOrder order =
                chart(
                                service("power", List.of(), List.of()),
                                service("a", List.of("b"), List.of("power")),
                                service("b", List.of("a"), List.of()),
                                service("web", List.of("b"), List.of()))
                        .order();
        assertThat(order.waves()).containsExactly(List.of("power"));
        assertThat(order.stuck()).containsExactly("a", "b", "web");
    }

    @Test
    void aServiceThatLivesInWhatItIsThereForIsFound() {
        Service.Place inCluster = new Service.Place(Optional.of("cluster"), List.of("cluster"));
        Chart chart =
                chart(
                        service("cluster", List.of("dns"), List.of()),
                        placed(
                                "dns",
                                List.of("cluster"),
                                List.of("cluster"),
                                new Service.Place(Optional.of("cluster"), List.of())),
                        placed("alerts", List.of("cluster"), List.of("cluster"), inCluster));
        assertThat(chart.insides())
                .extracting(Inside::service, Inside::circle)
                .containsExactly(tuple("dns", true), tuple("alerts", false));
    }

    @Test
    void aCutHelpsOnlyWhenItsRunbookIsThere() {
        Chart chart =
                chart(
                        service("a", List.of("b"), List.of(), cut("b", 5)),
                        service("b", List.of("a"), List.of()));
        assertThat(new Objections(chart, Set.of("open-it"), Optional.empty()).all())
                .singleElement()
                .satisfies(it -> assertThat(it.error()).isFalse());
        assertThat(new Objections(chart, Set.of(), Optional.empty()).all())
                .hasSize(2)
                .allMatch(Objection::error);
    }

    @Test
    void anOutageCrossesTheThresholdsThatAreNotLonger() {
        Threshold lease =
                new Threshold(
                        Duration.ofSeconds(47), "it ends", Optional.empty(), Optional.of("lease"));
        Threshold client =
                new Threshold(
                        Duration.ofMinutes(5), "blocked", Optional.of("itself"), Optional.empty());
        Service both =
                new Service(
                        "daemon",
                        Selector.parse("nodes").orElseThrow(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Service.Place.ANYWHERE,
                        List.of(),
                        List.of(client, lease));
        Chart chart = chart(both);
        assertThat(chart.ladder(Duration.ofSeconds(47)))
                .containsExactly(
                        new Rung("daemon", lease, Optional.empty(), true),
                        new Rung("daemon", client, Optional.empty(), false));
        Duration length = Duration.ofHours(1);
        assertThat(new Objections(chart, Set.of(), Optional.of(length)).all())
                .singleElement()
                .satisfies(it -> assertThat(it.says()).contains("nothing says what heals it"));
    }
}
