package dev.baton.projections.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.SlotEvent.SlotConfirmed;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.projections.fact.MemberFact;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotFoldTest {
    private static final String ANNA = "account-executive/anna";

    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void a_place_is_reserved_then_confirmed_then_released() {
        office.takesSlot(SmallOffice.ANNA, "deal", "2026-01-01T12:00:00Z");
        office.releasesSlot(SmallOffice.ANNA, "deal", "2026-01-09T12:00:00Z");

        Slot slot = Facts.folded(new SlotFold(), Facts.ofMember(book, ANNA));

        assertThat(slot.confirmed()).isBefore(slot.released());
        assertThat(slot.releasedFor()).isEqualTo("HANDED_OVER");
    }

    @Test
    void a_place_weighs_what_was_told_last() {
        office.takesSlot(SmallOffice.ANNA, "deal", "2026-01-01T12:00:00Z");
        book.member(Role.ACCOUNT_EXECUTIVE, "anna", "2026-02-01T12:00:00Z", new SlotWeighed("deal", 0, "ONBOARDED"));

        Slot slot = Facts.folded(new SlotFold(), Facts.ofMember(book, ANNA));

        assertThat(slot.weight()).isZero();
        assertThat(slot.released()).isNull();
    }

    @Test
    void a_place_that_nobody_reserved_cannot_be_confirmed() {
        book.member(Role.ACCOUNT_EXECUTIVE, "anna", "2026-01-01T12:00:00Z", new SlotConfirmed("deal"));
        List<MemberFact> facts = Facts.ofMember(book, ANNA);

        assertThatThrownBy(() -> Facts.folded(new SlotFold(), facts)).hasMessageContaining("was never reserved");
    }

    @Test
    void a_person_is_as_they_were_last_described() {
        office.joins(SmallOffice.ANNA, "Anna Snelling", 250, "East");
        book.member(Role.ACCOUNT_EXECUTIVE, "anna", "2026-02-01T12:00:00Z", new CapacityChanged(100));
        book.member(Role.ACCOUNT_EXECUTIVE, "anna", "2026-03-01T12:00:00Z", new MemberDeparted(null));

        Person anna = Facts.folded(new PersonFold(), Facts.ofMember(book, ANNA));

        assertThat(anna.capacity()).isEqualTo(100);
        assertThat(anna.territories()).containsExactly("East");
        assertThat(anna.departed()).isNotNull();
    }
}
