package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import dev.blackstart.transport.Completion.Cause;
import dev.blackstart.transport.Deadlines;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;

/// Opens connections: TCP or through a jump host, key exchange and host key, authentication, boot
/// id.
final class Connector {
    private static final int SILENT_PROBES = 3;

    private final SshSettings settings;
    private final Algorithms algorithms;
    private final HostTrust trust;
    private final Credentials credentials;
    private final ScheduledExecutorService clock;
    private final Names names;

    Connector(
            SshSettings settings,
            Algorithms algorithms,
            HostTrust trust,
            Credentials credentials,
            ScheduledExecutorService clock,
            Names names) {
        this.settings = settings;
        this.algorithms = algorithms;
        this.trust = trust;
        this.credentials = credentials;
        this.clock = clock;
        this.names = names;
    }

    Opening open(Host host, Optional<Connection> through, Deadlines deadlines) {
        SSHClient client = new SSHClient(algorithms.config(trust.types(host)));
        Sockets sockets = new Sockets();
        client.setSocketFactory(sockets);
        HostKeyCheck check = new HostKeyCheck(trust, host);
        client.addHostKeyVerifier(check);
        prepare(client, deadlines);
        Connection connection = new Connection(host, client, sockets, through);
        Optional<Opening.Refused> refused = connect(connection, check, deadlines.connect());
        if (refused.isEmpty()) {
            refused = authenticate(connection, deadlines.authenticate());
        }
        if (refused.isPresent()) {
            connection.cut();
            return refused.get();
        }
        connection.bootId(BootId.read(connection, clock, deadlines.firstByte()));
        return new Opening.Open(connection);
    }

    /// Keep-alive must be set before connecting; later it is ignored without a word.
    private void prepare(SSHClient client, Deadlines deadlines) {
        client.setConnectTimeout(millis(deadlines.connect()));
        client.getTransport().setTimeoutMs(millis(deadlines.connect()));
        client.getConnection().setTimeoutMs(millis(deadlines.firstByte()));
        KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
        keepAlive.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        keepAlive.setMaxAliveCount(SILENT_PROBES);
    }

    static int millis(Duration duration) {
        return Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
    }

    private Optional<Opening.Refused> connect(
            Connection connection, HostKeyCheck check, Duration within) {
        Alarm alarm = new Alarm(clock, within, connection::abort);
        try (alarm) {
            dial(connection);
            return Optional.empty();
        } catch (IOException e) {
            String place = HostPlace.of(connection.host());
            if (check.refusal().isPresent()) {
                return refused(Cause.HOST_KEY, check.refusal().get(), false);
            }
            return alarm.rang()
                    ? refused(
                            Cause.NO_CONNECTION,
                            "%s did not answer within %s".formatted(place, Spoken.of(within)),
                            false)
                    : refused(
                            Cause.NO_CONNECTION,
                            "no connection to %s: %s; %s shows the same by hand"
                                    .formatted(
                                            place,
                                            Spoken.of(e),
                                            HostPlace.byHand(connection.host())),
                            true);
        }
    }

    private void dial(Connection connection) throws IOException {
        Host host = connection.host();
        SSHClient client = connection.client();
        if (connection.through().isPresent()) {
            SSHClient jump = connection.through().get().client();
            client.connectVia(jump.newDirectConnection(host.address().value(), host.port()));
        } else {
            client.connect(names.of(host.address()), host.port());
        }
    }

    private Optional<Opening.Refused> authenticate(Connection connection, Duration within) {
        Host host = connection.host();
        String who = host.user() + " on " + HostPlace.of(host);
        Alarm alarm = new Alarm(clock, within, connection::abort);
        try (alarm) {
            Credentials.Offer offer = credentials.of(host);
            Cause notLetIn = offer.gone() ? Cause.CREDENTIAL : Cause.AUTHENTICATION;
            if (offer.methods().isEmpty()) {
                return refused(
                        offer.gone() ? Cause.CREDENTIAL : Cause.NO_KEY, noKey(who, offer), false);
            }
            try {
                connection.ask(client -> {
                    client.auth(host.user(), offer.methods());
                    return client;
                });
                return Optional.empty();
            } catch (UserAuthException e) {
                if (alarm.rang() || brokenOff(connection, e)) {
                    throw e;
                }
                return refused(
                        notLetIn,
                        "the server takes no key for %s; offered were %s"
                                .formatted(who, String.join(", ", offer.words())),
                        false);
            }
        } catch (IOException e) {
            return alarm.rang()
                    ? refused(
                            Cause.NO_CONNECTION,
                            "no answer to authentication as %s within %s"
                                    .formatted(who, Spoken.of(within)),
                            false)
                    : refused(
                            connection.brokenOff() ? Cause.NO_CONNECTION : Cause.AUTHENTICATION,
                            "the connection ended during authentication as %s: %s"
                                    .formatted(who, Spoken.of(e)),
                            false);
        }
    }

    /// A link that is lost meanwhile is no refusal: the next try may be let in.
    private static boolean brokenOff(Connection connection, UserAuthException e) {
        return connection.brokenOff()
                || Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause ->
                                cause instanceof TransportException it
                                        && it.getDisconnectReason() == DisconnectReason.UNKNOWN);
    }

    private static String noKey(String who, Credentials.Offer offer) {
        return offer.words().isEmpty()
                ? "there is no key to offer for %s: name one as `identity`, or start ssh-agent"
                        .formatted(who)
                : "there is no key to offer for %s: %s"
                        .formatted(who, String.join(", ", offer.words()));
    }

    private static Optional<Opening.Refused> refused(Cause cause, String reason, boolean again) {
        return Optional.of(new Opening.Refused(cause, reason, again));
    }
}
