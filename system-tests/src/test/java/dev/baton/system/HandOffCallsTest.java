package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever copies the calls of the page about handing a deal on hands one on. After everything that counts the demo's
/// deals.
@Tag("system")
@Order(11)
@ExtendWith(RunningBaton.class)
class HandOffCallsTest {

    @Test
    void a_deal_is_offered_accepted_and_held(Baton baton) {
        Department.on(baton);
        assertThat(DocumentedCalls.of("docs/hand-off.md", baton))
                .contains("APPLIED", "\"answer\":\"ACCEPTED\"", "\"acceptance\":\"PERSON\"")
                .doesNotContain("REJECTED", "PARKED");
    }
}
