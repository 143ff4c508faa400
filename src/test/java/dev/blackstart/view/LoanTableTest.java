package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Of a loan on many hosts one line says how it is taken back.
class LoanTableTest {
    private static final Instant NOW = Instant.parse("2026-03-04T03:12:40Z");

    private static LoanTable table(String... repays) {
        return new LoanTable(
                Stream.of(repays)
                        .map(repay ->
                                new LoanTable.Row(
                                        RunId.of(1_772_000_000_000L, 1, 1),
                                        "resolver",
                                        new OpenLoan(
                                                new StepId("lend"),
                                                new HostName(repay.substring(repay.length() - 2)),
                                                NOW,
                                                NOW.plusSeconds(60),
                                                "Lend it",
                                                repay,
                                                Optional.empty(),
                                                Optional.empty())))
                        .toList());
    }

    @Test
    void namesTheFirstHostWhereItDiffers() {
        assertThat(table("back n1", "back n2", "back n3").lines(NOW, 80))
                .contains("lend: taken back with back n1 on n1 (and on 2 more, likewise)");
    }

    @Test
    void namesNoHostWhereItIsTheSame() {
        assertThat(table("back n1", "back n1").lines(NOW, 80))
                .contains("lend: taken back with back n1");
    }
}
