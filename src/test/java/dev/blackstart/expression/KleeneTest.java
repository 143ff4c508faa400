package dev.blackstart.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.References;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import dev.blackstart.testing.PlainSnippet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KleeneTest {
    @ParameterizedTest
    @CsvSource({
        "TRUE,TRUE,TRUE,TRUE", "TRUE,FALSE,FALSE,TRUE", "TRUE,UNKNOWN,UNKNOWN,TRUE",
        "FALSE,TRUE,FALSE,TRUE", "FALSE,FALSE,FALSE,FALSE", "FALSE,UNKNOWN,FALSE,UNKNOWN",
        "UNKNOWN,TRUE,UNKNOWN,TRUE", "UNKNOWN,FALSE,FALSE,UNKNOWN",
                "UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN"
    })
    void tables(Truth left, Truth right, Truth and, Truth or) {
        assertThat(of("gateway_is_cause && cluster_is_cause", left, right)).isEqualTo(and);
        assertThat(of("gateway_is_cause || cluster_is_cause", left, right)).isEqualTo(or);
        assertThat(of("!gateway_is_cause", left, right)).isEqualTo(left.not());
        assertThat(of("!(gateway_is_cause && cluster_is_cause)", left, right)).isEqualTo(and.not());
        assertThat(of("gateway_is_cause == cluster_is_cause", left, right))
                .isEqualTo(same(left, right));
        assertThat(of("gateway_is_cause ? cluster_is_cause : !cluster_is_cause", left, right))
                .isEqualTo(same(left, right));
        assertThat(of("gateway_is_cause ? cluster_is_cause : cluster_is_cause", left, right))
                .isEqualTo(right);
    }

    private static Truth same(Truth left, Truth right) {
        return left == Truth.UNKNOWN || right == Truth.UNKNOWN
                ? Truth.UNKNOWN
                : Truth.of(left == right);
    }

    private static Truth of(String text, Truth gateway, Truth cluster) {
        SettableFacts facts = new SettableFacts();
        facts.hypothesis("gateway_is_cause", new Explained(gateway, List.of()));
        facts.hypothesis("cluster_is_cause", new Explained(cluster, List.of()));
        return read(text, false).evaluate(facts, Optional.empty()).truth();
    }

    @Test
    void referencesAreExact() {
        Condition condition =
                read(
                        "any(gateway_answers) && hosts.exists(h, h.restarts > params.retries) && lights_on"
                                + " && !cluster_is_cause && established.gateway_is_cause"
                                + " && store_snapshot.verified && host.store_frozen",
                        true);
        assertThat(condition.perHost()).isTrue();
        assertThat(condition.references())
                .isEqualTo(
                        new References(
                                Set.of(
                                        new FindingName("gateway_answers"),
                                        new FindingName("restarts"),
                                        new FindingName("store_frozen")),
                                Set.of(new HypothesisName("cluster_is_cause")),
                                Set.of(new HypothesisName("gateway_is_cause")),
                                Set.of(new StepId("store_snapshot")),
                                Set.of("retries"),
                                Set.of(new FindingName("lights_on"))));
        assertThat(read("any(gateway_answers)", true).perHost()).isFalse();
    }

    private static Condition read(String text, boolean hostAllowed) {
        Read<Condition> read =
                new Expressions(Sentences.DECLARED).condition(new PlainSnippet(text), hostAllowed);
        assertThat(read.problems()).isEmpty();
        return ((Read.Accepted<Condition>) read).value();
    }
}
