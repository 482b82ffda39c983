package dev.baton.roles.member;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_SPECIALIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent.SlotConfirmed;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.ChangeCapacity;
import dev.baton.roles.member.SlotKeepingCommand.ConfirmSlot;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import dev.baton.roles.member.SlotKeepingCommand.ReleaseSlot;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import dev.baton.roles.member.SlotKeepingCommand.WeighSlot;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.member.SlotRefused.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlotKeepingDecisionsTest {
    private static final MemberEvent JOINED =
            new MemberJoined("anna", "Anna", ACCOUNT_EXECUTIVE, 2, Set.of("East"), Set.of(), Set.of());

    @Test
    void whoever_joins_is_known_with_their_capacity() {
        assertThat(SlotKeepingDecisions.decide(new NotJoined(), join(2, "East")))
                .containsExactly(JOINED);
    }

    @Test
    void joining_again_with_the_same_data_changes_nothing() {
        assertThat(SlotKeepingDecisions.decide(after(JOINED), join(2, "East"))).isEmpty();
    }

    @Test
    void joining_again_with_other_data_changes_profile_and_capacity() {
        assertThat(SlotKeepingDecisions.decide(after(JOINED), join(3, "West")))
                .containsExactly(
                        new ProfileChanged("Anna", Set.of("West"), Set.of(), Set.of()), new CapacityChanged(3));
    }

    @Test
    void nothing_can_be_asked_of_somebody_who_has_not_joined() {
        refused(new NotJoined(), reserve("a", 1, false), Why.MEMBER_UNKNOWN);
    }

    @Test
    void a_place_within_capacity_is_taken() {
        assertThat(SlotKeepingDecisions.decide(after(JOINED), reserve("a", 2, false)))
                .containsExactly(new SlotReserved("a", 2, false, "test"));
    }

    @Test
    void a_place_above_capacity_is_refused() {
        refused(after(JOINED, taken("a", 1), taken("b", 1)), reserve("c", 1, false), Why.CAPACITY_REACHED);
    }

    @Test
    void a_reserved_place_counts_as_much_as_a_used_one() {
        refused(
                after(JOINED, taken("a", 1), new SlotConfirmed("a"), taken("b", 1)),
                reserve("c", 1, false),
                Why.CAPACITY_REACHED);
    }

    @Test
    void an_override_takes_a_place_above_capacity() {
        assertThat(SlotKeepingDecisions.decide(after(JOINED, taken("a", 2)), reserve("b", 1, true)))
                .containsExactly(new SlotReserved("b", 1, true, "test"));
    }

    @Test
    void a_second_place_for_the_same_deal_is_no_second_fact() {
        assertThat(SlotKeepingDecisions.decide(after(JOINED, taken("a", 2)), reserve("a", 2, false)))
                .isEmpty();
    }

    @Test
    void nobody_takes_a_place_while_absent() {
        refused(after(JOINED, absent()), reserve("a", 1, false), Why.MEMBER_ABSENT);
    }

    @Test
    void nobody_takes_a_place_after_leaving() {
        refused(after(JOINED, new MemberDeparted(null)), reserve("a", 1, false), Why.MEMBER_DEPARTED);
    }

    @Test
    void a_sales_specialist_never_carries_not_even_by_override() {
        refused(after(JOINED), new ReserveSlot(SALES_SPECIALIST, "anna", "a", 1, true, "test"), Why.ROLE_NEVER_CARRIES);
    }

    @Test
    void lowering_capacity_below_the_load_is_allowed_and_stops_intake() {
        SlotKeepingState loaded = after(JOINED, taken("a", 2));
        assertThat(SlotKeepingDecisions.decide(loaded, new ChangeCapacity(ACCOUNT_EXECUTIVE, "anna", 1)))
                .containsExactly(new CapacityChanged(1));
        refused(loaded.evolve(new CapacityChanged(1)), reserve("b", 1, false), Why.CAPACITY_REACHED);
    }

    @Test
    void a_place_is_confirmed_once() {
        SlotKeepingState reserved = after(JOINED, taken("a", 1));
        assertThat(SlotKeepingDecisions.decide(reserved, confirm("a"))).containsExactly(new SlotConfirmed("a"));
        assertThat(SlotKeepingDecisions.decide(reserved.evolve(new SlotConfirmed("a")), confirm("a")))
                .isEmpty();
    }

    @Test
    void a_place_that_was_never_taken_cannot_be_confirmed() {
        refused(after(JOINED), confirm("a"), Why.NO_SUCH_SLOT);
    }

    @Test
    void a_released_place_is_free_again() {
        SlotKeepingState full = after(JOINED, taken("a", 2));
        assertThat(SlotKeepingDecisions.decide(full, release("a"))).containsExactly(new SlotReleased("a", "test"));
        assertThat(SlotKeepingDecisions.decide(full.evolve(new SlotReleased("a", "test")), reserve("b", 2, false)))
                .hasSize(1);
    }

    @Test
    void a_place_that_weighs_less_makes_room_and_one_that_weighs_more_again_stays() {
        SlotKeepingState full = after(JOINED, taken("a", 2));
        assertThat(SlotKeepingDecisions.decide(full, weigh("a", 0))).containsExactly(new SlotWeighed("a", 0, "test"));
        SlotKeepingState light = full.evolve(new SlotWeighed("a", 0, "test")).evolve(taken("b", 2));
        assertThat(SlotKeepingDecisions.decide(light, weigh("a", 2))).containsExactly(new SlotWeighed("a", 2, "test"));
        SlotKeepingState above = light.evolve(new SlotWeighed("a", 2, "test"));
        assertThat(above.slots().load()).isEqualTo(4);
        refused(above, reserve("c", 1, false), Why.CAPACITY_REACHED);
    }

    @Test
    void a_place_is_weighed_once_and_only_while_it_is_held() {
        assertThat(SlotKeepingDecisions.decide(after(JOINED, taken("a", 2)), weigh("a", 2)))
                .isEmpty();
        assertThat(SlotKeepingDecisions.decide(after(JOINED), weigh("a", 2))).isEmpty();
        SlotKeepingState gone = after(JOINED, taken("a", 1), new MemberDeparted("retired"));
        assertThat(SlotKeepingDecisions.decide(gone, weigh("a", 0))).hasSize(1);
    }

    private static WeighSlot weigh(String deal, int weight) {
        return new WeighSlot(ACCOUNT_EXECUTIVE, "anna", deal, weight, "test");
    }

    @Test
    void releasing_what_is_not_held_is_no_fact() {
        assertThat(SlotKeepingDecisions.decide(after(JOINED), release("a"))).isEmpty();
    }

    @Test
    void whoever_left_still_hands_on_what_they_held() {
        SlotKeepingState gone = after(JOINED, taken("a", 1), new MemberDeparted("retired"));
        assertThat(SlotKeepingDecisions.decide(gone, release("a"))).hasSize(1);
    }

    @Test
    void leaving_and_absence_are_told_once() {
        assertThat(SlotKeepingDecisions.decide(
                        after(JOINED, new MemberDeparted(null)), new Depart(ACCOUNT_EXECUTIVE, "anna", null)))
                .isEmpty();
        assertThat(SlotKeepingDecisions.decide(
                        after(JOINED, absent()),
                        new ChangeAvailability(ACCOUNT_EXECUTIVE, "anna", Availability.ABSENT, null, null)))
                .isEmpty();
    }

    @Test
    void who_stays_away_for_longer_than_they_said_says_so() {
        Instant friday = Instant.parse("2026-11-27T17:00:00Z");
        var until = new ChangeAvailability(ACCOUNT_EXECUTIVE, "anna", Availability.ABSENT, friday, null);
        SlotKeepingState away = after(JOINED, absent());
        assertThat(SlotKeepingDecisions.decide(away, until))
                .containsExactly(new AvailabilityChanged(Availability.ABSENT, friday, null));
        assertThat(SlotKeepingDecisions.decide(
                        after(JOINED, absent(), new AvailabilityChanged(Availability.ABSENT, friday, null)), until))
                .isEmpty();
    }

    /// Whatever is asked in whatever order, a place that was not overridden never lifted the load above the capacity
    /// of its moment, and the load is the sum of the places.
    @Test
    void no_sequence_of_commands_lifts_the_load_above_capacity_without_override() {
        for (long seed = 0; seed < 200; seed++) {
            play(new Random(seed));
        }
    }

    private static void play(Random random) {
        SlotKeepingState state = after(JOINED);
        for (int step = 0; step < 60; step++) {
            SlotKeepingCommand command = any(random);
            for (MemberEvent event : decided(state, command)) {
                if (event instanceof SlotReserved reserved && !reserved.override()) {
                    SlotKeepingState.Working before = (SlotKeepingState.Working) state;
                    assertThat(before.slots().load() + reserved.weight()).isLessThanOrEqualTo(before.capacity());
                    assertThat(before.availability()).isEqualTo(Availability.AVAILABLE);
                }
                state = state.evolve(event);
                assertThat(state.slots().load())
                        .isEqualTo(state.slots().byDeal().values().stream()
                                .mapToInt(Slots.Slot::weight)
                                .sum());
            }
        }
    }

    private static List<MemberEvent> decided(SlotKeepingState state, SlotKeepingCommand command) {
        try {
            return SlotKeepingDecisions.decide(state, command);
        } catch (SlotRefused refused) {
            return List.of();
        }
    }

    private static SlotKeepingCommand any(Random random) {
        String deal = "deal-" + random.nextInt(6);
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                new ReserveSlot(ACCOUNT_EXECUTIVE, "anna", deal, random.nextInt(3), random.nextInt(5) == 0, "test");
            case 2 -> confirm(deal);
            case 3 -> release(deal);
            case 7 -> weigh(deal, random.nextInt(4));
            case 4 -> new ChangeCapacity(ACCOUNT_EXECUTIVE, "anna", random.nextInt(6));
            case 5 ->
                new ChangeAvailability(
                        ACCOUNT_EXECUTIVE,
                        "anna",
                        random.nextBoolean() ? Availability.ABSENT : Availability.AVAILABLE,
                        null,
                        null);
            default -> random.nextInt(10) == 0 ? new Depart(ACCOUNT_EXECUTIVE, "anna", null) : join(4, "East");
        };
    }

    private static void refused(SlotKeepingState state, SlotKeepingCommand command, Why why) {
        assertThatThrownBy(() -> SlotKeepingDecisions.decide(state, command))
                .isInstanceOfSatisfying(
                        SlotRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static SlotKeepingState after(MemberEvent... events) {
        SlotKeepingState state = new NotJoined();
        for (MemberEvent event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    private static JoinTeam join(int capacity, String territory) {
        return new JoinTeam(
                ACCOUNT_EXECUTIVE, "anna", new Profile("Anna", Set.of(territory), Set.of(), Set.of()), capacity);
    }

    private static ReserveSlot reserve(String deal, int weight, boolean override) {
        return new ReserveSlot(ACCOUNT_EXECUTIVE, "anna", deal, weight, override, "test");
    }

    private static ConfirmSlot confirm(String deal) {
        return new ConfirmSlot(ACCOUNT_EXECUTIVE, "anna", deal);
    }

    private static ReleaseSlot release(String deal) {
        return new ReleaseSlot(ACCOUNT_EXECUTIVE, "anna", deal, "test");
    }

    private static SlotReserved taken(String deal, int weight) {
        return new SlotReserved(deal, weight, false, "test");
    }

    @Test
    void an_absence_that_lasts_longer_than_was_said_is_a_fact_and_the_same_again_is_none() {
        Instant monday = Instant.parse("2017-03-06T08:00:00Z");
        SlotKeepingState away = after(JOINED, new AvailabilityChanged(Availability.ABSENT, monday, "flu"));
        Instant friday = monday.plus(Duration.ofDays(4));
        assertThat(SlotKeepingDecisions.decide(away, absence(friday)))
                .containsExactly(new AvailabilityChanged(Availability.ABSENT, friday, null));
        assertThat(SlotKeepingDecisions.decide(away, absence(monday))).isEmpty();
        assertThat(SlotKeepingDecisions.decide(away, absence(null))).isEmpty();
    }

    @Test
    void whoever_is_there_is_there_until_further_notice() {
        SlotKeepingState away = after(JOINED, absent());
        ChangeAvailability back = new ChangeAvailability(
                ACCOUNT_EXECUTIVE, "anna", Availability.AVAILABLE, Instant.parse("2017-03-06T08:00:00Z"), null);
        assertThat(SlotKeepingDecisions.decide(away, back))
                .containsExactly(new AvailabilityChanged(Availability.AVAILABLE, null, null));
        assertThat(SlotKeepingDecisions.decide(after(JOINED), back)).isEmpty();
    }

    private static ChangeAvailability absence(@Nullable Instant until) {
        return new ChangeAvailability(ACCOUNT_EXECUTIVE, "anna", Availability.ABSENT, until, null);
    }

    private static AvailabilityChanged absent() {
        return new AvailabilityChanged(Availability.ABSENT, null, null);
    }
}
