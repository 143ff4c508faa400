package dev.blackstart.door.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the doctor says it.
class DoctorPageTest {
    private static final Dependency FINE =
            Dependency.stands("DNS", "Every address in the inventory is an IP address.");
    private static final Dependency WEAK =
            Dependency.weak(
                    "vantage",
                    "No host of the inventory stands outside, so nobody can tell a dead gateway from a dead cluster.",
                    "Put a host outside into the group vantage.");
    private static final Dependency BAD =
            Dependency.falls("host keys", "No key is known of web1.", "Pin each as `host_key`.");

    @Test
    void gradesSentencesAndNextSteps() {
        DoctorPage page = new DoctorPage(List.of(FINE, WEAK, BAD), 80);
        Golden.check("cli/doctor/falls.txt", page.lines());
        Golden.check("cli/doctor/falls.json", page.json().shown() + "\n");
        assertThat(page.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theWorstGradeIsThatOfAll() {
        assertThat(new DoctorPage(List.of(FINE), 80).lines().getLast())
                .isEqualTo("Blackstart stands by itself.");
        assertThat(new DoctorPage(List.of(FINE, WEAK), 80).grade()).isEqualTo(Grade.WEAK);
    }
}
