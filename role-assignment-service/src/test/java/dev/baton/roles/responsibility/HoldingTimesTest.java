package dev.baton.roles.responsibility;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Targeted;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.roles.responsibility.ResponsibilityCommand.End;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Open;
import dev.baton.roles.responsibility.ResponsibilityCommand.Reopen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whose clock was ahead, and what was told late.
class HoldingTimesTest {
    private static final String DEAL = "deal-1";
    private static final String NOON = "2026-11-23T12:00:00Z";
    private static final String LATER = "2026-11-23T12:00:05Z";
    private static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");

    private final FixtureConfiguration<DealResponsibility> fixture =
            new AggregateTestFixture<>(DealResponsibility.class);

    @BeforeEach
    void commands_are_for_streams() {
        fixture.registerCommandTargetResolver(message -> new VersionedAggregateIdentifier(
                ((Targeted) message.getPayload()).stream().toString(), null));
    }

    @Test
    void a_manager_whose_clock_is_behind_takes_the_deal_over_when_the_holding_began() {
        takesEffect(begun(), new ForceTransfer(DEAL, ANNA, null, "mia"), NOON, LATER);
    }

    @Test
    void what_ended_before_a_manager_moved_it_ends_when_the_manager_moved_it() {
        takesEffect(
                begun().andGivenCommands(command(new ForceTransfer(DEAL, ANNA, null, "mia"), LATER)),
                new End(DEAL, EndCause.CLOSED_LOST),
                NOON,
                LATER);
    }

    @Test
    void what_is_carried_again_is_so_from_its_end_on() {
        takesEffect(
                begun().andGivenCommands(command(new End(DEAL, EndCause.CLOSED_LOST), "2026-11-23T12:00:07Z")),
                new Reopen(DEAL, ANNA, 1),
                LATER,
                "2026-11-23T12:00:07Z");
    }

    @Test
    void what_happened_since_takes_effect_when_it_happened() {
        takesEffect(
                begun(), new ForceTransfer(DEAL, ANNA, null, "mia"), "2026-11-23T12:00:09Z", "2026-11-23T12:00:09Z");
    }

    /// In the log the holding began when its event says.
    @Test
    void a_holding_that_is_read_from_the_log_began_when_the_log_says() {
        HoldingTimes read = HoldingTimes.NONE.after(new ResponsibilityOpened(RITA), Instant.parse(LATER));
        assertThat(read.effective(new ResponsibilityOpened(RITA), Instant.parse(NOON)))
                .isEqualTo(Instant.parse(LATER));
    }

    private TestExecutor<DealResponsibility> begun() {
        return fixture.givenCommands(command(new Open(DEAL, RITA), LATER));
    }

    private static void takesEffect(
            TestExecutor<DealResponsibility> given, ResponsibilityCommand command, String said, String effective) {
        given.when(command(command, said))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.<List<EventMessage<?>>>matches(
                        events -> !events.isEmpty() && events.stream().allMatch(event -> tells(event, effective))));
    }

    private static boolean tells(EventMessage<?> event, String effective) {
        return effective.equals(event.getMetaData().get("occurredat"));
    }

    private static CommandMessage<?> command(ResponsibilityCommand command, String said) {
        String kind = command.stream().kind();
        return new GenericCommandMessage<>(
                new GenericMessage<>((Object) command, MetaData.from(Map.of("occurredat", said))),
                command instanceof Open ? kind + ".begin" : kind);
    }
}
