package dev.baton.roles.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.member.Slots.Slot;
import dev.baton.roles.rebuild.RebuiltHandOffs;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.routing.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What holds once all news has been heard, whatever it was.
///
/// @param found the deals that there are
/// @param about which story it is
record AtRest(Department department, Sagas sagas, Set<String> found, String about) {

    void everythingIsAsItShouldBe() {
        Invariants.hold(about, department.told);
        assertThat(department.log.proof().findings()).isEmpty();
        everybodyHoldsWhatTheyShould();
        theLogSaysWhatEachSagaRemembers();
    }

    private void everybodyHoldsWhatTheyShould() {
        department.deals().forEach((deal, state) -> {
            switch (state) {
                case Held held -> holdsItAlone(deal, held);
                case Ended _ -> assertThat(places(deal)).as(about(deal)).isEmpty();
                default -> {}
            }
        });
    }

    private void holdsItAlone(String deal, Held held) {
        HandOff saga = Objects.requireNonNull(sagas.read(deal), about(deal));
        assertThat(saga.holding().holder()).as(about(deal)).isEqualTo(held.holder());
        assertThat(saga.holding().epoch()).as(about(deal)).isEqualTo(held.epoch());
        assertThat(lacking(saga) != null)
                .as(() -> "whether something lacks, " + about(deal) + department.log.story(deal))
                .isEqualTo(sagas.packages.lacks(deal));
        assertThat(department.people().get(held.holder()))
                .as("%s held by somebody who is there", about(deal))
                .isNotInstanceOf(Departed.class);
        List<Holder> expected = new ArrayList<>(List.of(held.holder()));
        if (held.handOver() instanceof Offered offered) {
            expected.add(offered.to());
        }
        Map<Holder, Slot> places = places(deal);
        assertThat(places.keySet()).as(about(deal)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(places.get(held.holder()).confirmed()).as(about(deal)).isTrue();
    }

    private Map<Holder, Slot> places(String deal) {
        Map<Holder, Slot> places = new HashMap<>();
        department.people().forEach((person, state) -> {
            Slot slot = state.slots().byDeal().get(deal);
            if (slot != null) {
                places.put(person, slot);
            }
        });
        return places;
    }

    /// However far behind its news each of them is: at any time, not at rest alone.
    void theLogSaysWhatEachSagaRemembers() {
        RebuiltHandOffs rebuilt = department.log.rebuilt();
        found.forEach(deal -> theLogSaysWhatItRemembers(deal, rebuilt));
    }

    /// A saga ended with its deal, by a merger perhaps of what had been disqualified before.
    private void theLogSaysWhatItRemembers(String deal, RebuiltHandOffs rebuilt) {
        HandOff byTheLog = rebuilt.of(deal, sagas.heard(deal));
        if (sagas.isOver(deal)) {
            assertThat(Objects.requireNonNull(byTheLog).over()).as(about(deal)).isNotNull();
            return;
        }
        HandOff remembered = sagas.read(deal);
        theFactsSayNoLessThanTheSagaTakesItToAsk(deal, remembered);
        assertThat(lacking(byTheLog))
                .as(() -> "what lacks, " + about(deal) + department.log.story(deal))
                .isEqualTo(lacking(remembered));
        assertThat(byTheLog == null ? null : byTheLog.plain())
                .as(() -> about(deal) + ", heard up to " + sagas.heard(deal) + department.log.story(deal))
                .isEqualTo(remembered == null ? null : remembered.plain());
    }

    /// By the facts alone, as the rows have it that the queue is woken by: a deal that they took for lighter than its
    /// relay does, the queue would wake in vain.
    private void theFactsSayNoLessThanTheSagaTakesItToAsk(String deal, @Nullable HandOff remembered) {
        if (remembered == null || remembered.over() != null) {
            return;
        }
        assertThat(department.log.effort(deal, sagas.heard(deal)).demand())
                .as(() -> "what it asks, " + about(deal) + department.log.story(deal))
                .isIn(Demand.USUAL, remembered.asks().demand());
    }

    private static @Nullable String lacking(@Nullable HandOff handOff) {
        return handOff == null ? null : handOff.search().lacking();
    }

    private String about(String deal) {
        return deal + ", " + about;
    }
}
