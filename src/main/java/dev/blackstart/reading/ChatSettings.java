package dev.blackstart.reading;

import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a service and the chats of a team know each other.
///
/// @param runbooks the only ones that are reached from chat; empty for all
/// @param risk the highest that is approved from chat
public record ChatSettings(
        Optional<Set<String>> runbooks,
        Risk risk,
        Optional<Slack> slack,
        Optional<Mattermost> mattermost,
        Optional<Webhook> webhook,
        Optional<Alerts> alerts) {
    /// A secret that two sides share, with the one before it while it is being replaced.
    ///
    /// @param old counts until `until`
    public record Shared(Secret now, Optional<Secret> old, Optional<Instant> until) {
        /// Those that count at a moment, the new one first.
        public List<Secret> at(Instant moment) {
            List<Secret> all = new ArrayList<>(List.of(now));
            old.filter(it -> until.filter(moment::isBefore).isPresent()).ifPresent(all::add);
            return List.copyOf(all);
        }
    }

    /// @param token of the app, with which messages are put
    /// @param channel id of the channel where runs are told
    /// @param api where Slack's methods are
    /// @param answersTo hosts, with a port where it is not the usual one, that a `response_url` may
    ///   name
    public record Slack(
            Shared secret, Secret token, String channel, URI api, Set<String> answersTo) {}

    /// @param command token of the slash command
    /// @param bot token with which messages are put
    /// @param url of the Mattermost server
    /// @param here where Mattermost reaches this service, for clicks
    public record Mattermost(Shared command, Secret bot, String channel, URI url, URI here) {}

    /// @param platform by which the policy names the accounts of whoever speaks this way
    /// @param url where runs are told, signed with the secret; empty when they are not
    public record Webhook(Shared secret, String platform, Optional<URI> url) {}

    /// @param secret the bearer token of Alertmanager
    public record Alerts(Shared secret, List<AlertRule> rules) {}

    /// @param labels that an alert must have
    /// @param diagnose the runbook whose checks are run then
    public record AlertRule(
            Map<String, String> labels, String diagnose, Map<String, String> parameters) {
        public AlertRule {
            labels = Map.copyOf(labels);
            parameters = Map.copyOf(parameters);
        }
    }
}
