package dev.blackstart.reading;

import static dev.blackstart.reading.shape.Key.optional;
import static dev.blackstart.reading.shape.Key.required;

import dev.blackstart.reading.shape.Key;
import dev.blackstart.reading.shape.Rule;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.shape.Table;
import java.util.ArrayList;
import java.util.List;

/// The keys of the file that tells a service about chats.
final class ChatTables {
    private static final Shape.Form FILE =
            new Shape.Form(
                    "the path of a file that only its owner may read",
                    "^/?[A-Za-z0-9_.][A-Za-z0-9_. -]*(/[A-Za-z0-9_.][A-Za-z0-9_. -]*)*$");
    private static final Shape.Form TIME =
            new Shape.Form(
                    "a time in quotes such as '2026-12-20T00:00:00Z'",
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$");
    private static final Shape.Form CHANNEL =
            new Shape.Form("the id of a channel, never its name", "^[A-Za-z0-9]{1,64}$");
    private static final Shape.Form URL =
            new Shape.Form(
                    "an https address, or an http one on this machine, without name, query and final slash",
                    "^(https://[A-Za-z0-9.-]+(:[0-9]{1,5})?|http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]{1,5})?)(/[A-Za-z0-9._~-]+)*$");
    private static final Shape.Form HOST =
            new Shape.Form(
                    "a host, with a port where it is not the usual one",
                    "^[A-Za-z0-9.-]+(:[0-9]{1,5})?$");
    private static final Shape.Form LABEL =
            new Shape.Form("a label of an alert", "^[A-Za-z_][A-Za-z0-9_]{0,127}$");

    private static final Table SLACK =
            table(
                    "slack",
                    secret("secret", "the signing secret of the Slack app"),
                    required("token", FILE, "its bot token"),
                    required("channel", CHANNEL, "where runs are told"),
                    optional("api", URL, "another place of Slack's methods"),
                    optional(
                            "answers_to",
                            Shape.listOf(HOST),
                            "the hosts that a response_url may name; hooks.slack.com when left out"));

    private static final Table MATTERMOST =
            table(
                    "mattermost",
                    secret("secret", "the token of the slash command"),
                    required("token", FILE, "the token of the bot"),
                    required("channel", CHANNEL, "where runs are told"),
                    required("url", URL, "the Mattermost server"),
                    required("here", URL, "where Mattermost reaches this service"));

    private static final Table WEBHOOK =
            table(
                    "webhook",
                    secret("secret", "with which requests are signed"),
                    required(
                            "platform",
                            Forms.LABEL,
                            "by which the policy names the accounts of whoever speaks this way"),
                    optional("url", URL, "where runs are told, signed with the secret"));

    private static final Table RULE =
            new Table(
                    "alert_rule",
                    "a rule for alerts",
                    List.of(
                            required(
                                    "labels",
                                    new Shape.MapOf(LABEL, Shape.words(), 1),
                                    "what an alert must have"),
                            required("diagnose", Forms.RUNBOOK, "the runbook whose checks are run"),
                            optional(
                                    "parameters",
                                    new Shape.MapOf(Forms.NAME, Shape.words(), 1),
                                    "values of its parameters")),
                    List.of());

    private static final Table ALERTS =
            table(
                    "alerts",
                    secret("secret", "the bearer token that Alertmanager sends"),
                    required(
                            "rules",
                            Shape.listOf(new Shape.Fields(RULE)),
                            "which alerts start which diagnosis; the first that fits"));

    static final Table CHAT =
            new Table(
                    "chat",
                    "a file of chats",
                    List.of(
                            optional(
                                    "runbooks",
                                    Shape.listOf(Forms.RUNBOOK),
                                    "the only runbooks that are reached from chat"),
                            optional(
                                    "risk",
                                    new Shape.OneOf(List.of("mutate", "disrupt", "irreversible")),
                                    "the highest risk that is approved from chat"),
                            optional("slack", new Shape.Fields(SLACK), "a Slack app"),
                            optional(
                                    "mattermost",
                                    new Shape.Fields(MATTERMOST),
                                    "a Mattermost server"),
                            optional("webhook", new Shape.Fields(WEBHOOK), "anything else"),
                            optional("alerts", new Shape.Fields(ALERTS), "an Alertmanager")),
                    List.of(new Rule.AnyOf(List.of("slack", "mattermost", "webhook", "alerts"))));

    private ChatTables() {}

    private static Key secret(String name, String help) {
        return required(name, FILE, help);
    }

    private static Table table(String name, Key... keys) {
        List<Key> all = new ArrayList<>(List.of(keys));
        all.add(optional("old_secret", FILE, "the one before, while it is being replaced"));
        all.add(optional("old_until", TIME, "when that counts no longer"));
        return new Table(
                name,
                "`" + name + "`",
                all,
                List.of(
                        new Rule.Needs("old_secret", List.of("old_until")),
                        new Rule.Needs("old_until", List.of("old_secret"))));
    }
}
