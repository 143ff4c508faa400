package dev.blackstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A step must not end the very process that carries it out unless its author said so.
class OwnMachineTest {
    private static final OwnMachine HERE =
            new OwnMachine(Set.of("127.0.0.1", "192.0.2.7", "2001:db8:0:0:0:0:0:7"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    192.0.2.7   | 22   | reboot: true             | true
                    192.0.2.7   | 2222 | reboot: true             | true
                    2001:db8::7 | 22   | reboot: true             | true
                    192.0.2.8   | 22   | reboot: true             | false
                    127.0.0.1   | 22   | reboot: true             | true
                    127.0.0.1   | 2222 | reboot: true             | false
                    192.0.2.7   | 22   | disconnect: true         | false
                    192.0.2.7   | 22   | reboot: true, self: true | false
                    """)
    void onlyWhatRestartsThisMachineUnsaid(
            String address, int port, String expects, boolean refused) {
        assertThat(HERE.wouldRestart(plan(address, port, expects)).isEmpty()).isNotEqualTo(refused);
    }

    @Test
    void theSentenceHasThePlaceAndTheNextStep() {
        assertThat(HERE.wouldRestart(plan("192.0.2.7", 22, "reboot: true")))
                .containsExactly(
                        "test/runbook.yaml:8:13: error: step `restart` restarts gateway, and 192.0.2.7 is"
                                + " the machine Blackstart runs on; start the run from another"
                                + " machine, or say `self: yes` in `expects`.");
    }

    @Test
    void thisMachineHasALoopback() {
        assertThat(OwnMachine.here().addresses()).contains("127.0.0.1");
    }

    private static Plan plan(String address, int port, String expects) {
        Inventory inventory =
                accepted(
                        InventoryReader.read(
                                "inventory.yaml",
                                """
                                defaults: { user: ops, port: %d }
                                hosts: { gateway: { address: "%s" } }
                                """
                                        .formatted(port, address)));
        Runbook runbook =
                accepted(
                        RunbookReader.read(
                                "test",
                                Map.of(
                                        "runbook.yaml",
                                        """
                                        runbook: test
                                        title: A test
                                        steps:
                                          - check: look
                                            on: gateway
                                            run: 'true'
                                            findings: { bad: exit != 0 }
                                          - action: restart
                                            on: gateway
                                            risk: disrupt
                                            requires: any(bad)
                                            run: systemctl reboot
                                            expects: { %s }
                                        """
                                                .formatted(expects))));
        return new Plan(runbook, inventory, Map.of(), Mode.LIVE);
    }

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> it -> it.value();
            case Read.Refused<T> it -> throw new AssertionError(it.problems().toString());
        };
    }
}
