package dev.blackstart.reading;

import dev.blackstart.inventory.Cut;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.inventory.Service;
import dev.blackstart.inventory.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An inventory as a file that `InventoryReader` reads as the same inventory: that of a made world
/// is frozen with its run so, since no file has it.
public final class InventoryText {
    private InventoryText() {}

    public static String of(Inventory inventory) {
        Lines lines = new Lines().open("hosts");
        inventory.hosts().values().forEach(host -> lines.entry(host.name().value(), host(host)));
        lines.open("groups");
        inventory.groups().values().forEach(group -> lines.entry(group.name(), group(group)));
        lines.open("services");
        inventory.services().values().forEach(it -> lines.entry(it.name(), service(it)));
        return lines.text();
    }

    private static Flow host(Host host) {
        return new Flow()
                .text("address", host.address().value())
                .plain("port", Integer.toString(host.port()))
                .text("user", Optional.of(host.user()).filter(it -> !it.isEmpty()))
                .text("host_key", host.hostKey().map(it -> it.type() + " " + it.base64()))
                .text("jump", host.jump().map(HostName::value))
                .text("identity", host.identity())
                .text("transport", Optional.of("human").filter(it -> host.reach() == Reach.HUMAN))
                .inside("labels", labels(host.labels()));
    }

    private static Flow labels(Map<String, String> labels) {
        Flow flow = new Flow();
        new TreeMap<>(labels).forEach(flow::text);
        return flow;
    }

    private static Flow group(Group group) {
        return new Flow()
                .texts("hosts", group.members().stream().map(HostName::value).toList())
                .text("quorum", Optional.of("majority").filter(it -> group.majority()));
    }

    private static Flow service(Service it) {
        return new Flow()
                .text("runs_on", it.runsOn().text())
                .inside(
                        "needs",
                        new Flow().texts("start", it.needsToStart()).texts("run", it.needsToRun()))
                .text("lives_in", it.place().livesIn())
                .texts("serves", it.place().serves())
                .all("cuts", it.cuts().stream().map(InventoryText::cut).toList())
                .all("thresholds", it.thresholds().stream().map(InventoryText::threshold).toList())
                .text("tolerates", it.tolerates().map(InventoryText::length));
    }

    private static Flow cut(Cut cut) {
        return new Flow()
                .text("need", cut.need())
                .plain("cost", Integer.toString(cut.cost()))
                .text("says", cut.says())
                .text("runbook", cut.runbook());
    }

    private static Flow threshold(Threshold it) {
        return new Flow()
                .text("after", length(it.after()))
                .text("says", it.says())
                .text("healed_by", it.healedBy())
                .text("collected", it.collected());
    }

    private static String length(Duration length) {
        return length.toSeconds() + "s";
    }

    /// A map on one line.
    private static final class Flow {
        private final StringBuilder text = new StringBuilder();

        Flow plain(String key, String word) {
            text.append(text.isEmpty() ? "" : ", ").append(quoted(key)).append(": ").append(word);
            return this;
        }

        Flow text(String key, String value) {
            return plain(key, quoted(value));
        }

        Flow text(String key, Optional<String> value) {
            value.ifPresent(it -> text(key, it));
            return this;
        }

        Flow texts(String key, List<String> values) {
            return listed(key, values.stream().map(InventoryText::quoted).toList());
        }

        Flow all(String key, List<Flow> values) {
            return listed(key, values.stream().map(Flow::toString).toList());
        }

        private Flow listed(String key, List<String> values) {
            return values.isEmpty() ? this : plain(key, "[ " + String.join(", ", values) + " ]");
        }

        Flow inside(String key, Flow values) {
            return values.text.isEmpty() ? this : plain(key, values.toString());
        }

        @Override
        public String toString() {
            return "{ " + text + " }";
        }
    }

    /// The file; a part that has no entry is left out.
    private static final class Lines {
        private final StringBuilder text = new StringBuilder();
        private String waiting = "";

        Lines open(String part) {
            waiting = part + ":\n";
            return this;
        }

        void entry(String name, Flow values) {
            text.append(waiting).append("  ").append(quoted(name)).append(": ");
            text.append(values).append('\n');
            waiting = "";
        }

        String text() {
            return text.toString();
        }
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        quoted.append('\\').append((char) c);
                    } else if (c < 0x20 || c == 0x7f) {
                        quoted.append("\\u%04x".formatted(c));
                    } else {
                        quoted.append((char) c);
                    }
                });
        return quoted.append('"').toString();
    }
}
