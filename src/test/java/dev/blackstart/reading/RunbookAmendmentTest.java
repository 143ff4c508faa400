package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.StepId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of a runbook can be amended in a run.
class RunbookAmendmentTest {
    private static final String YAML =
            """
            runbook: test
            title: A test
            steps:
              - check: look
                on: nodes
                script: scripts/look.sh
                timeout: 5s
              - action: repair # a word
                on: nodes
                risk: mutate
                run: echo one
                timeout: 20s
            """;

    private static RunbookAmendment.Difference difference(String yaml, String script) {
        Map<String, String> before = new TreeMap<>();
        before.put("runbook.yaml", YAML);
        before.put("scripts/look.sh", "true\n");
        Map<String, String> after = new TreeMap<>(before);
        after.put("runbook.yaml", yaml);
        after.put("scripts/look.sh", script);
        return RunbookAmendment.between(before, after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo one | echo two | repair",
                "timeout: 20s | timeout: 40s | repair",
                "timeout: 5s | timeout: 6s | look",
                "run: echo one | script: scripts/look.sh | repair"
            })
    void aStepWhoseCommandDiffersIsNamed(String old, String now, String step) {
        RunbookAmendment.Difference difference = difference(YAML.replace(old, now), "true\n");
        assertThat(difference.refusals()).isEmpty();
        assertThat(difference.steps()).containsExactly(new StepId(step));
    }

    @Test
    void aScriptAmendsTheStepsThatNameIt() {
        assertThat(difference(YAML, "false\n").steps()).containsExactly(new StepId("look"));
    }

    @Test
    void aCommentIsNoDifference() {
        RunbookAmendment.Difference difference =
                difference(YAML.replace("# a word", "# another"), "true\n");
        assertThat(difference.steps()).isEmpty();
        assertThat(difference.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: A test | title: B | `title` differs; in a run only commands of its steps can be amended.",
                "risk: mutate | risk: disrupt | `risk` of repair differs; of a step only by_hand, env,",
                "on: nodes\\n    risk | on: others\\n    risk | `on` of repair differs;",
                "action: repair | action: other | The steps were check look, action repair and are check look, action other;"
            })
    void everyOtherDifferenceIsRefusedInASentence(String old, String now, String sentence) {
        RunbookAmendment.Difference difference =
                difference(
                        YAML.replace(old.replace("\\n", "\n"), now.replace("\\n", "\n")), "true\n");
        assertThat(difference.steps()).isEmpty();
        assertThat(difference.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal).startsWith(sentence));
    }

    private static Map<String, String> calling(String command, String title) {
        Map<String, String> files = new TreeMap<>();
        files.put(
                "runbook.yaml",
                """
                runbook: test
                title: A test
                steps:
                  - call: see-dns
                """);
        files.put(
                "../see-dns/runbook.yaml",
                YAML.replace("test", "see-dns").replace("echo one", command) + "# " + title);
        files.put("../see-dns/scripts/look.sh", "true\n");
        return files;
    }

    @Test
    void aStepOfACalledRunbookIsNamedWithItsCall() {
        assertThat(RunbookAmendment.between(calling("echo one", ""), calling("echo two", "")))
                .isEqualTo(
                        new RunbookAmendment.Difference(
                                Set.of(new StepId("see_dns.repair")), List.of()));
    }

    @Test
    void aScriptOfACalledRunbookAmendsItsSteps() {
        Map<String, String> after = calling("echo one", "");
        after.put("../see-dns/scripts/look.sh", "false\n");
        assertThat(RunbookAmendment.between(calling("echo one", ""), after).steps())
                .containsExactly(new StepId("see_dns.look"));
    }

    @Test
    void whatCannotBeAmendedInACalledRunbookIsSaidWithItsCall() {
        Map<String, String> after = calling("echo one", "");
        after.computeIfPresent(
                "../see-dns/runbook.yaml", (path, text) -> text.replace("A see-dns", "B"));
        assertThat(RunbookAmendment.between(calling("echo one", ""), after).refusals())
                .containsExactly(
                        "`title` of see_dns differs; in a run only commands of its steps can be amended.");
    }
}
