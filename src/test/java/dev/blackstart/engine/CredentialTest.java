package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What let us in is gone in the middle of a run: no word about any host.
class CredentialTest extends EngineCase {
    private static final String GONE = "there is no key to offer: ssh-agent does not answer";

    /// Lets nobody in to one host until the key is back.
    private static final class Locked implements Transport {
        private final Transport real;
        private final String what;
        private boolean back;

        /// @param what commands that hold this are not let in
        Locked(Transport real, String what) {
            this.real = real;
            this.what = what;
        }

        @Override
        public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
            boolean meant = request.commandLine().contains(what);
            if (!back && meant && request.host().name().value().equals("b")) {
                deliver.accept(new Completion.Unreachable(Completion.Cause.CREDENTIAL, GONE));
                return;
            }
            real.execute(request, sent, deliver);
        }

        @Override
        public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
            real.fetch(fetch, deliver);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @Test
    void theRunPausesAndNoHostIsLeftBehindForIt() throws Exception {
        Rig rig =
                rig("""
                steps:
                  - action: act
                    on: nodes
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                    on_failure: exclude_host
                """)
                        .answer("act", "y", "y");
        Locked locked = new Locked(rig.hosts, "blackstart-act");
        rig.transport = locked;
        try (rig) {
            assertThat(within(rig, 60))
                    .isInstanceOfSatisfying(
                            RunEnd.Left.class,
                            left ->
                                    assertThat(left.reason())
                                            .startsWith("PAUSED(credential): " + GONE));
            assertThat(rig.events())
                    .anyMatch(RunEvent.IntentVoid.class::isInstance)
                    .noneMatch(RunEvent.HostExcluded.class::isInstance);
            locked.back = true;
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.gates.getLast().targets()).containsExactly(new HostName("b"));
            for (String host : new String[] {"a", "b", "c"}) {
                assertThat(rig.effects(host)).containsExactly("acted");
            }
        }
    }

    /// A step is not refused for want of an answer that only a key of ours is in the way of.
    @Test
    void aLookThatOnlyAKeyIsInTheWayOfDecidesNothing() throws Exception {
        Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    requires: all(broken)
                                    risk: mutate
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                """)
                        .answer("act", "y");
        for (String host : new String[] {"a", "b", "c"}) {
            state(rig, host, "broken");
        }
        Locked locked = new Locked(rig.hosts, "");
        rig.transport = locked;
        try (rig) {
            assertThat(within(rig, 60))
                    .isInstanceOfSatisfying(
                            RunEnd.Left.class,
                            left -> assertThat(left.reason()).startsWith("PAUSED(credential): "));
            assertThat(rig.events()).noneMatch(RunEvent.OfGates.class::isInstance);
            locked.back = true;
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }
}
