package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A gate's own choices win over the letters of pages.
class PageTest {
    @Test
    void theLetterThatMeansNoElsewhereIsNoPage() {
        assertThat(SampleGates.mutate().choice("n")).isPresent();
        assertThat(SampleGates.decision().choice("n")).isEmpty();
        assertThat(Page.of(SampleGates.decision(), "n")).isEmpty();
        assertThat(Page.of(SampleGates.decision(), "?p")).contains(Page.PROGRESS);
        assertThat(Page.PROGRESS.key(SampleGates.decision())).isEqualTo("p");
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
