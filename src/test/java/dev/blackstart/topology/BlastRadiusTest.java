package dev.blackstart.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.inventory.Selector;
import dev.blackstart.inventory.Service;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What goes away with some hosts.
class BlastRadiusTest {
    private static final HostName CP1 = new HostName("cp1");
    private static final HostName CP2 = new HostName("cp2");
    private static final HostName CP3 = new HostName("cp3");
    private static final HostName GATEWAY = new HostName("gateway");

    private static Inventory inventory(Service... services) {
        Map<HostName, Host> hosts = new LinkedHashMap<>();
        for (HostName name : List.of(CP1, CP2, CP3, GATEWAY)) {
            hosts.put(
                    name,
                    new Host(
                            name,
                            new Address("192.0.2.1", true),
                            22,
                            "ops",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Reach.SSH,
                            Map.of()));
        }
        Map<String, Service> all = new LinkedHashMap<>();
        for (Service service : services) {
            all.put(service.name(), service);
        }
        Group control = new Group("control_plane", List.of(CP1, CP2, CP3), true);
        Group edge = new Group("edge", List.of(GATEWAY), false);
        return new Inventory(hosts, Map.of("control_plane", control, "edge", edge), all);
    }

    private static Service service(String name, String on, List<String> start, List<String> run) {
        return new Service(name, Selector.parse(on).orElseThrow(), start, run, Optional.empty());
    }

    private static Remaining remaining(Function<HostName, Life> life, HostName... lost) {
        return new BlastRadius(inventory(), List.of(lost)).majorities(life).getFirst();
    }

    @Test
    void aMajorityHoldsOnlyOnMembersThatAnswer() {
        Remaining all = remaining(host -> Life.ANSWERS, CP1);
        assertThat(all.alive()).containsExactly(CP2, CP3);
        assertThat(all.needed()).isEqualTo(2);
        assertThat(all.majority()).isEqualTo(Remaining.Majority.HOLDS);
    }

    @Test
    void aMemberNobodyAskedOrThatIsSilentMakesItUncertain() {
        Remaining one = remaining(host -> host.equals(CP2) ? Life.ANSWERS : Life.NOT_ASKED, CP1);
        assertThat(one.unsure()).containsExactly(CP3);
        assertThat(one.majority()).isEqualTo(Remaining.Majority.NOT_CERTAIN);
        assertThat(remaining(host -> Life.SILENT, CP1).majority())
                .isEqualTo(Remaining.Majority.NOT_CERTAIN);
    }

    @Test
    void aMajorityIsLostWhenTooFewStayWhateverTheyAre() {
        assertThat(remaining(host -> Life.ANSWERS, CP1, CP2).majority())
                .isEqualTo(Remaining.Majority.LOST);
    }

    @Test
    void groupsWithoutAMajorityToKeepAndThoseNotHitAreNotNamed() {
        assertThat(new BlastRadius(inventory(), List.of(GATEWAY)).majorities(h -> Life.ANSWERS))
                .isEmpty();
    }

    @Test
    void dependantsAreNamedOnceByTheShortestWayAlsoInACycle() {
        Inventory inventory =
                inventory(
                        service("dns", "gateway", List.of(), List.of("web")),
                        service("api", "control_plane", List.of(), List.of("dns")),
                        service("web", "control_plane", List.of(), List.of("api", "dns")),
                        service("shop", "control_plane", List.of(), List.of("web")),
                        service("batch", "control_plane", List.of("shop"), List.of()),
                        service("mail", "control_plane", List.of(), List.of()));
        List<Hit> hits = new BlastRadius(inventory, List.of(GATEWAY)).services();
        assertThat(hits).hasSize(1);
        Hit dns = hits.getFirst();
        assertThat(dns.gone()).isTrue();
        assertThat(dns.running())
                .containsExactly(
                        new Hit.Dependant("api", Optional.empty()),
                        new Hit.Dependant("web", Optional.empty()),
                        new Hit.Dependant("shop", Optional.of("web")));
        assertThat(dns.starting()).containsExactly("batch");
    }

    @Test
    void aServiceThatRunsElsewhereTooGoesOnThere() {
        Service store =
                new Service(
                        "store",
                        Selector.parse("control_plane").orElseThrow(),
                        List.of(),
                        List.of(),
                        Optional.of(Duration.ofSeconds(30)));
        Hit hit = new BlastRadius(inventory(store), List.of(CP1, GATEWAY)).services().getFirst();
        assertThat(hit.gone()).isFalse();
        assertThat(hit.left()).containsExactly(CP2, CP3);
        assertThat(hit.tolerates()).contains(Duration.ofSeconds(30));
    }
}
