package dev.baton.deal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.ServiceCommand.OpenCase;
import dev.baton.deal.lifecycle.ServiceCommand.Promise;
import dev.baton.deal.lifecycle.TermsCommand.RequestApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestPlan;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is asked of Baton names nothing that no index could hold; what was stored before stays readable.
class LongIdsTest {
    private static final String LONGEST = "x".repeat(Require.LONGEST_ID);
    private static final String TOO_LONG = LONGEST + "x";

    static Stream<Arguments> commands() {
        return Stream.of(
                named("commitment", id -> new Promise(id, "Spare parts", 480)),
                named("ticket", id -> new OpenCase("d", new CaseOpened(id, "It stops", Priority.HIGH))),
                named("specialist", id -> new RequestPlan("d", id, null)),
                named("approver", id -> new RequestApproval("d", id, null)),
                named("customer.id", id -> new RecordLeadFound("d", Lead.of(leadOf(id)), Instant.EPOCH)));
    }

    private static Arguments named(String field, Function<String, Object> command) {
        return Arguments.of(field, command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_id_is_as_long_as_an_index_can_hold(String field, Function<String, Object> command) {
        assertThat(command.apply(LONGEST)).isNotNull();
        assertThatThrownBy(() -> command.apply(TOO_LONG))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void a_lead_that_was_stored_with_a_longer_one_is_read_and_goes_on() {
        Lead stored = Lead.of(leadOf(TOO_LONG));
        assertThat(stored.foundUnder(1, Deals.RITA).customer()).isEqualTo(stored.customer());
    }

    private static LeadFound leadOf(String customer) {
        return new LeadFound(
                "milestones", "t", new Customer(customer, "Acme"), null, null, null, null, null, null, null, null);
    }
}
