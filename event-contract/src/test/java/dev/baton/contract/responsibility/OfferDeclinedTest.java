package dev.baton.contract.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody said when they declined goes into other facts, which are stricter about texts.
class OfferDeclinedTest {
    private static final Holder SAM = new Holder(Role.CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");

    @Test
    void what_it_says_is_told_on() {
        assertThat(declined("no signed plan").reasonOr("nothing")).isEqualTo("no signed plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    void what_says_nothing_is_told_otherwise(String reason) {
        assertThat(declined(reason).reasonOr("nothing")).isEqualTo("nothing");
        assertThat(new OfferDeclined("o", SAM, null).reasonOr("nothing")).isEqualTo("nothing");
    }

    @Test
    void whatever_it_says_is_a_text_that_other_facts_take() {
        String worst = "a\0b\uD800" + "x".repeat(Require.LONGEST_TEXT - 5) + "\uD83D\uDE00 and on";
        String told = declined(worst).reasonOr("nothing");
        assertThat(Require.text("missing", told)).startsWith("a b").hasSizeLessThanOrEqualTo(Require.LONGEST_TEXT);
    }

    private static OfferDeclined declined(String reason) {
        return new OfferDeclined("o", SAM, reason);
    }
}
