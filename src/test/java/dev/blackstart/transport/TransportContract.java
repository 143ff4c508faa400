package dev.blackstart.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every transport must do, whatever its hosts are.
public abstract class TransportContract {
    @TempDir private Path scratch;

    protected abstract Calls calls();

    protected abstract Host host();

    /// Of `host`.
    protected abstract String bootId() throws IOException;

    private Request request(String line) {
        return Calls.request(host(), line);
    }

    @Test
    void exitStatusOutputAndErrorArrive() {
        Calls.Call call = calls().start(request("echo out; echo err >&2; exit 7"));
        Completion.Exited exited = (Completion.Exited) call.join();
        assertThat(exited.status()).isEqualTo(7);
        assertThat(exited.stdout().text()).isEqualTo("out\n");
        assertThat(exited.stderr().text()).isEqualTo("err\n");
        assertThat(call.sent()).hasSize(1);
    }

    @Test
    void theBootIdOfTheHostIsDelivered() throws IOException {
        Optional<String> boot = Optional.of(bootId());
        Calls.Call call = calls().start(request("true"));
        assertThat(((Completion.Exited) call.join()).bootId()).isEqualTo(boot);
        assertThat(call.sent().getFirst().bootId()).isEqualTo(boot);
    }

    @Test
    void theTotalDeadlineIsToldFromALostConnection() {
        Completion completion =
                calls().run(Calls.request(host(), "echo begun; sleep 20", Duration.ofSeconds(1)));
        assertThat(completion).isInstanceOf(Completion.DeadlinePassed.class);
        assertThat(((Completion.DeadlinePassed) completion).stdout().text()).isEqualTo("begun\n");
        assertThat(((Completion.DeadlinePassed) completion).took())
                .isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aFileThatIsNotThereLeavesNothingBehind() {
        Path local = scratch.resolve("none");
        assertThat(calls().fetch(host(), "/nonexistent/file", local))
                .isInstanceOf(FetchResult.NotCopied.class);
        assertThat(local).doesNotExist();
    }
}
