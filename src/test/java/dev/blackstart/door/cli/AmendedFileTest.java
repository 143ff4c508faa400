package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A changed file finds its place among the files of a run.
class AmendedFileTest {
    private final AmendedFile files =
            new AmendedFile(
                    "frozen",
                    List.of(
                            "runbook.yaml",
                            "scripts/look.sh",
                            "../dns/runbook.yaml",
                            "../dns/scripts/dig.sh"));

    @ParameterizedTest
    @CsvSource({
        "/tmp/look.sh, scripts/look.sh",
        "/tmp/dig.sh, ../dns/scripts/dig.sh",
        "/tmp/runbook.yaml, runbook.yaml",
        "/etc/runbooks/frozen/runbook.yaml, runbook.yaml",
        "/etc/runbooks/dns/runbook.yaml, ../dns/runbook.yaml",
        "/etc/runbooks/dns/scripts/new.sh, ../dns/scripts/new.sh",
        "/etc/runbooks/frozen/scripts/new.sh, scripts/new.sh",
        "/tmp/scripts/new.sh, scripts/new.sh"
    })
    void itIsTheOneOfItsName(String file, String place) {
        assertThat(files.place(Path.of(file))).isEqualTo(place);
    }

    @Test
    void whatIsNoFileOfTheRunIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> files.place(Path.of("/tmp/other.sh")))
                .hasMessageContaining("/tmp/other.sh is no file of this run")
                .hasMessageContaining("dns/runbook.yaml, dns/scripts/dig.sh, frozen/runbook.yaml");
    }
}
