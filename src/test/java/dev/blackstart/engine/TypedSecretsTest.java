package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedSecretsTest {
    private final TypedSecrets secrets =
            new TypedSecrets(Map.of("word", new Secret("hunter2-of-this-test")));

    @Test
    void aReasonThatHoldsASecretIsNotKept() {
        assertThat(secrets.kept("it is hunter2-of-this-test, stop"))
                .isEqualTo("the reason given held a secret and is not kept");
        assertThat(secrets.kept("the wrong host")).isEqualTo("the wrong host");
    }
}
