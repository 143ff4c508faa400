package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.inventory.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Names while the name service is well, and while it is not.
class NamesTest {
    private static final Address NAME = new Address("db1.example.org", false);

    @Test
    void anIpAddressIsNotLookedUp() throws IOException {
        Names names =
                new Names(
                        name -> {
                            throw new AssertionError("looked up " + name);
                        },
                        Names.PATIENCE);
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
                        Names.PATIENCE);
        names.of(NAME);
        down.set(true);
        assertThat(names.of(NAME).getHostAddress()).isEqualTo("192.0.2.8");
    }

    @Test
    void aNameWithoutAnAddressIsToldWithTheNextStep() {
        Names names =
                new Names(
                        name -> {
                            throw new UnknownHostException(name);
                        },
                        Names.PATIENCE);
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
                        Duration.ofMillis(50));
        assertThatThrownBy(() -> names.of(NAME))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the name service did not answer for db1.example.org");
        never.countDown();
    }

    /// Nobody may ask a name service what the address is called: where it is dead, that takes 10 s
    /// and more.
    @Test
    void anAddressIsItsOwnName() throws Exception {
        assertThat(new Names().of(new Address("192.0.2.7", true)))
                .hasToString("192.0.2.7/192.0.2.7");
        assertThat(new Names().of(new Address("2001:db8::7", true)).getHostName())
                .isEqualTo("2001:db8::7");
    }
}
