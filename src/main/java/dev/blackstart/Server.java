package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Places;
import dev.blackstart.door.cli.Ports;
import dev.blackstart.door.cli.ServeTerms;
import dev.blackstart.door.http.Settings;
import dev.blackstart.service.SoleServer;
import io.quarkus.runtime.Quarkus;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Boots Quarkus, and with it the doors that listen. What was said on the command line reaches them
/// as configuration, which here means system properties.
final class Server implements Ports.Serving {
    private static final System.Logger LOG = System.getLogger("blackstart");
    private static final String MADE_BY_THE_BUILD = "io.quarkus.runner.ApplicationImpl";

    @Override
    public int serve(Places places, ServeTerms terms) {
        refuseWithoutBuild();
        ServerPlaces.write(places, System::setProperty);
        terms.chat().ifPresent(file -> System.setProperty(Settings.CHAT, file.toString()));
        terms.state()
                .ifPresent(it -> System.setProperty(ServerSource.STATE_AS_NAMED, it.toString()));
        seenAs(terms).ifPresent(it -> System.setProperty(ServerSource.SEEN_AS, it));
        System.setProperty(Settings.HOSTS, String.join(",", names(terms)));
        System.setProperty("quarkus.http.host", terms.listen());
        System.setProperty("quarkus.http.port", Integer.toString(terms.port()));
        terms.tls().ifPresent(tls -> secure(terms, tls));
        AtomicInteger code = new AtomicInteger();
        AtomicReference<Optional<Throwable>> trouble = new AtomicReference<>(Optional.empty());
        try (SoleServer place = SoleServer.of(places.journal())) {
            if (place.another()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Another server serves {0} already; a run is carried out by one of them only, but chats that both know hear it twice: stop one.",
                        places.journal());
            }
            Quarkus.run(
                    null,
                    (status, thrown) -> {
                        code.set(status);
                        trouble.set(Optional.ofNullable(thrown));
                    },
                    new String[0]);
        }
        trouble.get().ifPresent(thrown -> refuse(terms, thrown));
        return code.get();
    }

    /// What the journal said is told as everywhere; what keeps it from listening, in one sentence.
    private static void refuse(ServeTerms terms, Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof CannotGoOn told) {
                throw told;
            }
            if (it instanceof BindException) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "Port %d of %s cannot be listened on; another program has it, or the address is not this machine's."
                                .formatted(terms.port(), terms.listen()));
            }
        }
        throw new IllegalStateException("the server did not start", thrown);
    }

    private static void secure(ServeTerms terms, ServeTerms.Tls tls) {
        System.setProperty("quarkus.http.ssl-port", Integer.toString(terms.port()));
        System.setProperty("quarkus.http.insecure-requests", "disabled");
        System.setProperty("quarkus.http.ssl.certificate.files", tls.certificate().toString());
        System.setProperty("quarkus.http.ssl.certificate.key-files", tls.key().toString());
        System.setProperty("quarkus.http.ssl.protocols", "TLSv1.3,TLSv1.2");
    }

    /// Its address for people, where that is not the one it listens on.
    private static Optional<String> seenAs(ServeTerms terms) {
        return terms.names().stream()
                .findFirst()
                .filter(name -> terms.behindProxy() || terms.tls().isPresent())
                .map(name -> "https://" + name + (terms.behindProxy() ? "" : ":" + terms.port()));
    }

    /// Named, and the addresses it listens on.
    private static List<String> names(ServeTerms terms) {
        List<String> names = new ArrayList<>(terms.names());
        try {
            InetAddress address = InetAddress.getByName(terms.listen());
            if (address.isAnyLocalAddress()) {
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .forEach(it -> names.add(host(it)));
            } else {
                names.add(host(address));
            }
        } catch (UnknownHostException | SocketException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED, "The address " + terms.listen() + " cannot be listened on.");
        }
        return names;
    }

    /// As a Host header has it.
    private static String host(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private static void refuseWithoutBuild() {
        try {
            Class.forName(MADE_BY_THE_BUILD, false, Server.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "serve needs the built program: start it with the launcher blackstart, or with java -jar target/quarkus-app/quarkus-run.jar serve.");
        }
    }
}
