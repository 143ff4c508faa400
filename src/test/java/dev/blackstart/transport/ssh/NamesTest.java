package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.inventory.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names while the name service is well, and while it is not.
class NamesTest {
    private static final Address NAME = new Address("db1.example.org", false);
    private static final Names.Resolver DEAD =
            name -> {
                throw new UnknownHostException(name);
            };

    @Test
    void anIpAddressIsNotLookedUp() throws IOException {
        Names names =
                new Names(
                        name -> {
                            throw new AssertionError("looked up " + name);
                        },
                        Names.PATIENCE,
                        AddressBook.none());
        assertThat(names.of(new Address("192.0.2.7", true)).getHostAddress())
                .isEqualTo("192.0.2.7");
    }

    @Test
    void theLastAnswerCountsWhenThereIsNoneAnyMore() throws IOException {
        AtomicBoolean down = new AtomicBoolean();
        Names names =
                new Names(
                        name -> {
                            if (down.get()) {
                                throw new UnknownHostException(name);
                            }
                            return InetAddress.getByName("192.0.2.8");
                        },
                        Names.PATIENCE,
                        AddressBook.none());
        names.of(NAME);
        down.set(true);
        assertThat(names.of(NAME).getHostAddress()).isEqualTo("192.0.2.8");
    }

    /// What one process was told is there for the next one.
    @Test
    void anAnswerOfAnEarlierDayCountsAndIsTold(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("addresses");
        InetAddress there = InetAddress.getByName("192.0.2.8");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T14:02:31Z"));
        List<String> notices = new ArrayList<>();
        new Names(name -> there, Names.PATIENCE, AddressBook.in(file, now::get, notices::add))
                .of(NAME);
        assertThat(notices).isEmpty();
        now.set(Instant.parse("2026-11-22T03:00:00Z"));
        Names later = new Names(DEAD, Names.PATIENCE, AddressBook.in(file, now::get, notices::add));
        assertThat(later.of(NAME)).isEqualTo(there);
        assertThat(later.of(NAME)).isEqualTo(there);
        assertThat(notices)
                .containsExactly(
                        "The name service gives no address for db1.example.org; it is taken to be"
                                + " at 192.0.2.8, its address of 2026-11-20 14:02 UTC; its host key"
                                + " must be the known one.");
    }

    @Test
    void aDamagedLineIsAsGoodAsNone(@TempDir Path dir) throws IOException {
        Path file =
                Files.writeString(
                        dir.resolve("addresses"),
                        """
                        db1.example.org evil.example.org 2026-11-20T14:02:31Z
                        db1.example.org 999.1.1.1 2026-11-20T14:02:31Z
                        db1.example.org 192.0.2.8 yesterday

                        \0
                        """);
        Names names =
                new Names(DEAD, Names.PATIENCE, AddressBook.in(file, Instant::now, notice -> {}));
        assertThatThrownBy(() -> names.of(NAME)).isInstanceOf(IOException.class);
    }

    @Test
    void aNameWithoutAnAddressIsToldWithTheNextStep() {
        Names names =
                new Names(
                        name -> {
                            throw new UnknownHostException(name);
                        },
                        Names.PATIENCE,
                        AddressBook.none());
        assertThatThrownBy(() -> names.of(NAME))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the name service has no address for db1.example.org; give the host an IP address as `address`");
    }

    @Test
    void aNameServiceThatDoesNotAnswerIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        Names names =
                new Names(
                        name -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw new UnknownHostException(name);
                        },
                        Duration.ofMillis(50),
                        AddressBook.none());
        assertThatThrownBy(() -> names.of(NAME))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the name service did not answer for db1.example.org");
        never.countDown();
    }

    /// Nobody may ask a name service what the address is called: where it is dead, that takes 10 s
    /// and more.
    @Test
    void anAddressIsItsOwnName() throws Exception {
        assertThat(new Names(AddressBook.none()).of(new Address("192.0.2.7", true)))
                .hasToString("192.0.2.7/192.0.2.7");
        assertThat(new Names(AddressBook.none()).of(new Address("2001:db8::7", true)).getHostName())
                .isEqualTo("2001:db8::7");
    }
}
