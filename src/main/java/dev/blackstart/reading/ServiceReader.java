package dev.blackstart.reading;

import dev.blackstart.inventory.Cut;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Selector;
import dev.blackstart.inventory.Service;
import dev.blackstart.inventory.Threshold;
import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the services of an inventory.
final class ServiceReader {
    private final Inventory inventory;
    private final Problems problems;

    ServiceReader(Inventory inventory, Problems problems) {
        this.inventory = inventory;
        this.problems = problems;
    }

    Map<String, Service> read(Entries entries) {
        List<String> names = entries.map("services").stream().map(Node.Field::key).toList();
        Map<String, Service> services = new LinkedHashMap<>();
        for (Node.Field field : entries.map("services")) {
            service(field, names).ifPresent(service -> services.put(field.key(), service));
        }
        return services;
    }

    private Optional<Service> service(Node.Field field, List<String> names) {
        Entries entries = Entries.of(field.value());
        Optional<Selector> runsOn = entries.text("runs_on").flatMap(Selector::parse);
        runsOn.ifPresent(selector -> checkHosts(entries, selector));
        Optional<Entries> needs = entries.inside("needs");
        List<String> start = needs.map(n -> known(n.scalars("start"), names)).orElse(List.of());
        List<String> run = needs.map(n -> known(n.scalars("run"), names)).orElse(List.of());
        Optional<String> in = entries.scalar("lives_in").flatMap(it -> known(it, names));
        Service.Place place = new Service.Place(in, known(entries.scalars("serves"), names));
        return runsOn.map(selector ->
                new Service(
                        field.key(),
                        selector,
                        with(start, in),
                        with(run, in),
                        entries.duration("tolerates"),
                        place,
                        cuts(entries, with(with(start, in), run)),
                        thresholds(entries)));
    }

    private static List<String> with(List<String> needs, Optional<String> carrier) {
        return with(needs, carrier.stream().toList());
    }

    private static List<String> with(List<String> needs, List<String> more) {
        return Stream.concat(needs.stream(), more.stream()).distinct().toList();
    }

    /// @param needs what the service needs, which alone can be cut
    private List<Cut> cuts(Entries service, List<String> needs) {
        List<Cut> cuts = new ArrayList<>();
        for (Node node : service.items("cuts")) {
            Entries cut = Entries.of(node);
            Optional<String> need = cut.text("need");
            if (need.isPresent() && !needs.contains(need.get())) {
                problems.error(
                        cut.valueAt("need"),
                        "unknown-service",
                        "the service does not need `%s`, so there is nothing to cut%s"
                                .formatted(need.get(), Nearest.hint(need.get(), needs)));
            }
            cuts.add(
                    new Cut(
                            need.orElse(""),
                            cut.count("cost").orElse(0),
                            cut.text("says").orElse(""),
                            cut.text("runbook")));
        }
        return cuts;
    }

    private static List<Threshold> thresholds(Entries service) {
        List<Threshold> thresholds = new ArrayList<>();
        for (Node node : service.items("thresholds")) {
            Entries it = Entries.of(node);
            it.duration("after")
                    .ifPresent(after ->
                            thresholds.add(
                                    new Threshold(
                                            after,
                                            it.text("says").orElse(""),
                                            it.text("healed_by"),
                                            it.text("collected"))));
        }
        return thresholds;
    }

    private Optional<String> known(Node.Scalar needed, List<String> names) {
        return known(List.of(needed), names).stream().findFirst();
    }

    private void checkHosts(Entries entries, Selector selector) {
        List<String> known = new ArrayList<>(inventory.groups().keySet());
        inventory.hosts().keySet().stream().map(HostName::value).limit(20).forEach(known::add);
        for (String unknown : selector.unknownIn(inventory)) {
            problems.error(
                    entries.valueAt("runs_on"),
                    "unknown-host",
                    "there is no group or host `%s`%s"
                            .formatted(unknown, Nearest.hint(unknown, known)));
        }
    }

    private List<String> known(List<Node.Scalar> needed, List<String> names) {
        for (Node.Scalar name : needed) {
            if (!names.contains(name.text())) {
                problems.error(
                        name.position(),
                        "unknown-service",
                        "there is no service `%s`%s"
                                .formatted(name.text(), Nearest.hint(name.text(), names)));
            }
        }
        return needed.stream().map(Node.Scalar::text).toList();
    }
}
