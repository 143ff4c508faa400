package dev.blackstart.reading;

import dev.blackstart.reading.shape.Conformance;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Risk;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the file that tells a service about chats, and the secrets that it names.
public final class ChatReader {
    private static final String SLACK = "https://slack.com/api";
    private static final String HOOKS = "hooks.slack.com";

    private final Entries entries;
    private final SecretFiles secrets;

    private ChatReader(Entries entries, SecretFiles secrets) {
        this.entries = entries;
        this.secrets = secrets;
    }

    /// @param file with the files of its secrets beside it
    public static Read<ChatSettings> read(Path file) {
        Problems problems = new Problems();
        Optional<Node> root =
                problems.take(TextFile.read(file))
                        .flatMap(text -> problems.take(Yaml.parse(file.toString(), text)));
        if (root.isEmpty()) {
            return problems.of(Optional.empty());
        }
        problems.add(
                Conformance.of(root.get(), new Shape.Fields(ChatTables.CHAT), "a file of chats"));
        if (problems.refused()) {
            return problems.of(Optional.empty());
        }
        ChatReader reader = new ChatReader(Entries.of(root.get()), new SecretFiles(file, problems));
        return problems.of(Optional.of(reader.settings()));
    }

    private ChatSettings settings() {
        return new ChatSettings(
                entries.has("runbooks")
                        ? Optional.of(new HashSet<>(entries.texts("runbooks")))
                        : Optional.empty(),
                entries.text("risk").flatMap(Risk::named).orElse(Risk.IRREVERSIBLE),
                entries.inside("slack").map(this::slack),
                entries.inside("mattermost").map(this::mattermost),
                entries.inside("webhook")
                        .map(it ->
                                new ChatSettings.Webhook(
                                        secrets.shared(it),
                                        it.text("platform").orElseThrow(),
                                        it.text("url").map(URI::create))),
                entries.inside("alerts").map(this::alerts));
    }

    private ChatSettings.Slack slack(Entries said) {
        List<String> hosts = said.texts("answers_to");
        return new ChatSettings.Slack(
                secrets.shared(said),
                secrets.of(said, "token"),
                said.text("channel").orElseThrow(),
                URI.create(said.text("api").orElse(SLACK)),
                hosts.isEmpty() ? Set.of(HOOKS) : Set.copyOf(hosts));
    }

    private ChatSettings.Mattermost mattermost(Entries said) {
        return new ChatSettings.Mattermost(
                secrets.shared(said),
                secrets.of(said, "token"),
                said.text("channel").orElseThrow(),
                URI.create(said.text("url").orElseThrow()),
                URI.create(said.text("here").orElseThrow()));
    }

    private ChatSettings.Alerts alerts(Entries said) {
        return new ChatSettings.Alerts(
                secrets.shared(said),
                said.items("rules").stream()
                        .map(Entries::of)
                        .map(rule ->
                                new ChatSettings.AlertRule(
                                        texts(rule, "labels"),
                                        rule.text("diagnose").orElseThrow(),
                                        texts(rule, "parameters")))
                        .toList());
    }

    private static Map<String, String> texts(Entries entries, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Node.Field field : entries.map(key)) {
            Entries.filled(field.value()).ifPresent(it -> texts.put(field.key(), it.text()));
        }
        return texts;
    }
}
