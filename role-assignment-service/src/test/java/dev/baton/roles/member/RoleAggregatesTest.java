package dev.baton.roles.member;

import dev.baton.contract.Role;
import dev.baton.contract.Targeted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import dev.baton.roles.member.SlotKeepingCommand.ReleaseSlot;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each shell takes its commands to the decisions and its facts to the state.
class RoleAggregatesTest {

    @ParameterizedTest
    @MethodSource("carryingRoles")
    void whoever_joined_takes_a_place(Role role, Class<?> aggregate) {
        fixture(aggregate)
                .given(joined(role, 1))
                .when(command(new ReserveSlot(role, "kim", "deal-1", 1, false, "test")))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new SlotReserved("deal-1", 1, false, "test"))
                .expectResultMessagePayload(SlotAnswer.TAKEN);
    }

    @ParameterizedTest
    @MethodSource("carryingRoles")
    void a_place_that_is_not_free_is_an_answer_and_no_failure(Role role, Class<?> aggregate) {
        fixture(aggregate)
                .given(joined(role, 0))
                .when(command(new ReserveSlot(role, "kim", "deal-1", 1, false, "test")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessagePayload(new SlotAnswer(SlotRefused.Why.CAPACITY_REACHED));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void the_first_command_makes_the_aggregate(Role role, Class<?> aggregate) {
        fixture(aggregate)
                .givenNoPriorActivity()
                .when(command(new JoinTeam(role, "kim", new Profile("Kim", Set.of(), Set.of(), Set.of()), 3)))
                .expectEvents(joined(role, 3));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void what_cannot_be_asked_is_refused(Role role, Class<?> aggregate) {
        fixture(aggregate)
                .givenNoPriorActivity()
                .when(command(new ReleaseSlot(role, "kim", "deal-1", "test")))
                .expectException(SlotRefused.class);
    }

    static Stream<Arguments> roles() {
        return Stream.concat(carryingRoles(), Stream.of(Arguments.of(Role.SALES_SPECIALIST, SalesSpecialist.class)));
    }

    static Stream<Arguments> carryingRoles() {
        return Stream.of(
                Arguments.of(Role.SALES_REPRESENTATIVE, SalesRepresentative.class),
                Arguments.of(Role.ACCOUNT_EXECUTIVE, AccountExecutive.class),
                Arguments.of(Role.SALES_MANAGER, SalesManager.class),
                Arguments.of(Role.CUSTOMER_SUPPORT_REPRESENTATIVE, CustomerSupportRepresentative.class));
    }

    private static FixtureConfiguration<?> fixture(Class<?> aggregate) {
        return new AggregateTestFixture<>(aggregate)
                .registerCommandTargetResolver(command -> new VersionedAggregateIdentifier(
                        (Object) ((Targeted) command.getPayload()).stream().toString(), null));
    }

    private static CommandMessage<SlotKeepingCommand> command(SlotKeepingCommand command) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(command), command.stream().kind());
    }

    private static MemberJoined joined(Role role, int capacity) {
        return new MemberJoined("kim", "Kim", role, capacity, Set.of(), Set.of(), Set.of());
    }
}
