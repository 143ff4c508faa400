package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.ShellContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The contract, over a real OpenSSH server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SshContractTest extends ShellContract {
    private SshLab lab;
    private RealSshd sshd;
    private Calls calls;

    @BeforeAll
    void start(@TempDir Path directory) {
        lab = new SshLab(directory);
        sshd = lab.server();
        calls = lab.calls();
    }

    @AfterAll
    void stop() throws Exception {
        lab.close();
    }

    @Override
    protected Calls calls() {
        return calls;
    }

    @Override
    protected Host host() {
        return sshd.host("web1");
    }

    @Override
    protected OutputStore store() {
        return lab.store;
    }
}
