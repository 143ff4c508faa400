package dev.blackstart;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Step;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The machine this process runs on, known by the addresses of its network interfaces: a host there
/// cannot be restarted by a step without ending the run's own process. Names are not looked up, and
/// a loopback address counts with port 22 only, since another port may be forwarded anywhere.
///
/// @param addresses as numbers, canonical
record OwnMachine(Set<String> addresses) {
    private static final int SSH = 22;

    OwnMachine {
        addresses = Set.copyOf(addresses);
    }

    /// As its interfaces are now; empty where they cannot be listed.
    static OwnMachine here() {
        Set<String> found = new HashSet<>();
        try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
            all.flatMap(NetworkInterface::inetAddresses)
                    .map(OwnMachine::number)
                    .forEach(found::add);
        } catch (SocketException e) {
            return new OwnMachine(Set.of());
        }
        return new OwnMachine(found);
    }

    /// Steps that would restart this machine and do not say so, one sentence each.
    List<String> wouldRestart(Plan plan) {
        return plan.runbook().steps().stream()
                .filter(OwnMachine::restarts)
                .flatMap(step -> own(step, plan.inventory()))
                .toList();
    }

    private static boolean restarts(Step step) {
        return step instanceof Step.Acting acting
                && acting.execution().expects().filter(it -> it.reboot() && !it.self()).isPresent();
    }

    private Stream<String> own(Step step, Inventory inventory) {
        return ((Step.Acting) step)
                .targets().on().in(inventory).stream()
                        .flatMap(name -> inventory.host(name).stream())
                        .filter(this::isHere)
                        .map(host ->
                                "%s: error: step `%s` restarts %s, and %s is the machine Blackstart runs on; start the run from another machine, or say `self: yes` in `expects`."
                                        .formatted(
                                                step.heading().position(),
                                                step.id(),
                                                host.name(),
                                                host.address()));
    }

    private boolean isHere(Host host) {
        if (!host.address().literal() || host.jump().isPresent()) {
            return false;
        }
        InetAddress address = InetAddress.ofLiteral(host.address().value());
        return addresses.contains(number(address))
                && (!address.isLoopbackAddress() || host.port() == SSH);
    }

    /// Without the name of the interface behind a link-local address.
    private static String number(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
