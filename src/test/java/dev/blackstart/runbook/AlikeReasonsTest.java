package dev.blackstart.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which reasons of hosts are one reason.
class AlikeReasonsTest {
    private static List<AlikeReasons> of(String... reasons) {
        Map<HostName, String> byHost = new LinkedHashMap<>();
        for (int i = 0; i < reasons.length; i++) {
            byHost.put(new HostName("n" + (i + 1)), reasons[i]);
        }
        return AlikeReasons.of(byHost);
    }

    @Test
    void thatHostsAreElsewhereMakesNoOtherReason() {
        String refused =
                "no connection to %s: Connection refused; ssh %sroot@%s shows the same by hand";
        assertThat(
                        of(
                                refused.formatted("10.0.0.1:22", "", "10.0.0.1"),
                                refused.formatted("10.0.0.2:2222", "-p 2222 ", "10.0.0.2"),
                                refused.formatted("[fd00::3]:22", "", "fd00::3"),
                                refused.formatted("n4.example.net:22", "", "n4.example.net")))
                .singleElement()
                .satisfies(alike -> {
                    assertThat(alike.hosts()).hasSize(4);
                    assertThat(alike.told())
                            .startsWith("all like n1: no connection to 10.0.0.1:22: ");
                });
    }

    @Test
    void anotherCauseIsAnotherReason() {
        assertThat(
                        of(
                                "no connection to 10.0.0.1:22: Connection refused",
                                "no connection to 10.0.0.2:22: No route to host",
                                "10.0.0.3:22 did not answer within 5 s",
                                "10.0.0.4:22 did not answer within 9 s"))
                .hasSize(4);
    }

    @Test
    void whatIsSaidWordForWordStandsAsItIs() {
        assertThat(of("link down", "link down", "never asked"))
                .extracting(AlikeReasons::told)
                .containsExactly("link down", "never asked");
    }

    @Test
    void ofALongReasonTheFirstLineDecides() {
        assertThat(
                        of(
                                "The host key of n1 is not known.\n  host_key: ssh-ed25519 AAAA",
                                "The host key of n2 is not known.\n  host_key: ssh-ed25519 BBBB"))
                .singleElement()
                .extracting(AlikeReasons::reason)
                .isEqualTo("The host key of n1 is not known.\n  host_key: ssh-ed25519 AAAA");
    }
}
