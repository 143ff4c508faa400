package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Address;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Addresses of hosts. An IP address is taken as it is; a name is looked up for two seconds at
/// most, and where the name service does not answer any more, the last address it gave counts: to
/// this process, or by the book to one before it. The known host key tells whether that is still
/// the host.
final class Names {
    /// A resolver of the system may try for 30 s and more; a host must not wait for that.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    @FunctionalInterface
    interface Resolver {
        InetAddress address(String name) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final Duration patience;
    private final AddressBook book;
    private final Map<String, InetAddress> known = new ConcurrentHashMap<>();

    Names(AddressBook book) {
        this(InetAddress::getByName, PATIENCE, book);
    }

    Names(Resolver resolver, Duration patience, AddressBook book) {
        this.resolver = resolver;
        this.patience = patience;
        this.book = book;
    }

    /// @throws IOException one sentence, when a name has no address and never had one here
    InetAddress of(Address address) throws IOException {
        if (address.literal()) {
            return named(address.value(), InetAddress.getByName(address.value()));
        }
        String name = address.value();
        Optional<InetAddress> before = Optional.ofNullable(known.get(name));
        try {
            InetAddress found = lookUp(name);
            known.put(name, found);
            book.answered(name, found);
            return found;
        } catch (IOException e) {
            InetAddress last = before.or(() -> book.fallBack(name)).orElseThrow(() -> e);
            known.put(name, last);
            return last;
        }
    }

    /// An IP address is not looked up, and is its own name: whoever asks for one, as sshj does on
    /// each connection, must not make the system ask a name service for it.
    private static InetAddress named(String text, InetAddress address) throws IOException {
        return address instanceof Inet6Address six && six.getScopeId() != 0
                ? Inet6Address.getByAddress(text, six.getAddress(), six.getScopeId())
                : InetAddress.getByAddress(text, address.getAddress());
    }

    private InetAddress lookUp(String name) throws IOException {
        FutureTask<InetAddress> task = new FutureTask<>(() -> resolver.address(name));
        Thread.ofPlatform().daemon().name("name " + name).start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw nothing(
                    "the name service did not answer for "
                            + name
                            + " within "
                            + Spoken.of(patience),
                    e);
        } catch (ExecutionException e) {
            throw nothing("the name service has no address for " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw nothing("interrupted while looking up " + name, e);
        }
    }

    private static IOException nothing(String what, Exception cause) {
        return new IOException(what + "; give the host an IP address as `address`", cause);
    }
}
