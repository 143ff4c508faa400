package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A gate's own choices win over the letters of pages.
class PageTest {
    @Test
    void aLetterThatIsAChoiceIsNoPage() {
        assertThat(SampleGates.mutate().choice("n")).isPresent();
        assertThat(Page.of(SampleGates.mutate(), "n")).isEmpty();
        assertThat(Page.of(SampleGates.mutate(), "?n")).contains(Page.NOW);
        assertThat(Page.NOW.key(SampleGates.mutate())).isEqualTo("?n");
        assertThat(Page.NOW.key(SampleGates.decision())).isEqualTo("n");
    }

    @Test
    void everyPageHasAKeyThatIsNeverAChoice() {
        for (Page page : Page.values()) {
            String key = page.key(SampleGates.disrupt());
            assertThat(SampleGates.disrupt().choice(key)).isEmpty();
            assertThat(Page.of(SampleGates.disrupt(), key)).contains(page);
        }
    }

    @Test
    void anEmptyLineIsNoPage() {
        assertThat(Page.of(SampleGates.mutate(), "")).isEmpty();
        assertThat(Page.of(SampleGates.mutate(), "y")).isEmpty();
    }
}
