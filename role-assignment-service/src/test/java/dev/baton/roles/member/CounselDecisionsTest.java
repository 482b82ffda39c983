package dev.baton.roles.member;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_SPECIALIST;
import static dev.baton.contract.member.CounselEvent.FeedbackKind.CONCERN;
import static dev.baton.contract.member.CounselEvent.FeedbackKind.PRAISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Role;
import dev.baton.contract.member.CounselEvent.FeedbackGiven;
import dev.baton.contract.member.CounselEvent.FeedbackKind;
import dev.baton.contract.member.CounselEvent.MarketNotePublished;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.roles.member.CounselCommand.GiveFeedback;
import dev.baton.roles.member.CounselCommand.Occasion;
import dev.baton.roles.member.CounselCommand.PublishMarketNote;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.member.SlotRefused.Why;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people of the department tell each other.
class CounselDecisionsTest {
    private static final Occasion CLOSE = new Occasion("e-1", "baton.deal.closed.v1", "deal-1");

    @Test
    void a_managers_feedback_names_the_event_that_it_is_tied_to() {
        assertThat(only(anna(), feedback("mia", PRAISE, "well asked")))
                .isInstanceOfSatisfying(FeedbackGiven.class, given -> {
                    assertThat(given.about()).isEqualTo("e-1");
                    assertThat(given.aboutType()).isEqualTo("baton.deal.closed.v1");
                    assertThat(given.deal()).isEqualTo("deal-1");
                    assertThat(given.by()).isEqualTo("mia");
                });
    }

    @Test
    void the_same_words_about_the_same_event_are_no_second_feedback() {
        MemberEvent given = only(anna(), feedback("mia", PRAISE, "well asked"));
        SlotKeepingState told = anna().evolve(given);
        assertThat(SlotKeepingDecisions.decide(told, feedback("mia", PRAISE, "well asked")))
                .isEmpty();
        assertThat(only(told, feedback("mia", CONCERN, "well asked"))).isNotEqualTo(given);
        assertThat(only(told, feedback("max", PRAISE, "well asked"))).isNotEqualTo(given);
    }

    @Test
    void nobody_gives_feedback_to_themself() {
        refused(anna(), feedback("anna", PRAISE, "well asked"), Why.OWN_FEEDBACK);
    }

    @Test
    void whoever_is_not_there_is_told_nothing() {
        refused(new NotJoined(), feedback("mia", PRAISE, "well asked"), Why.MEMBER_UNKNOWN);
        refused(anna().evolve(new MemberDeparted(null)), feedback("mia", PRAISE, "well asked"), Why.MEMBER_DEPARTED);
    }

    @Test
    void a_note_under_a_title_that_was_used_before_is_its_next_version() {
        MarketNotePublished first = (MarketNotePublished) only(noor(), note("Rivals", "they give 8 %"));
        MarketNotePublished second = (MarketNotePublished) only(noor().evolve(first), note("Rivals", "they give 10 %"));
        assertThat(first.version()).isOne();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.note()).isEqualTo(first.note());
        assertThat(only(noor().evolve(first), note("Prices", "they give 8 %")))
                .isInstanceOfSatisfying(MarketNotePublished.class, other -> {
                    assertThat(other.version()).isOne();
                    assertThat(other.note()).isNotEqualTo(first.note());
                });
    }

    @Test
    void the_same_note_again_is_no_next_version() {
        SlotKeepingState published = noor().evolve(only(noor(), note("Rivals", "they give 8 %")));
        assertThat(SlotKeepingDecisions.decide(published, note("Rivals", "they give 8 %")))
                .isEmpty();
    }

    @Test
    void what_was_told_takes_no_place_and_is_kept_when_somebody_comes_back() {
        SlotKeepingState told = anna().evolve(new SlotReserved("deal-1", 1, false, "test"))
                .evolve(only(anna(), feedback("mia", PRAISE, "well asked")));
        assertThat(told.slots().load()).isOne();
        SlotKeepingState back = told.evolve(new MemberDeparted(null)).evolve(joined(ACCOUNT_EXECUTIVE, "anna"));
        assertThat(SlotKeepingDecisions.decide(back, feedback("mia", PRAISE, "well asked")))
                .isEmpty();
    }

    private static GiveFeedback feedback(String by, FeedbackKind kind, String text) {
        return new GiveFeedback(ACCOUNT_EXECUTIVE, "anna", CLOSE, kind, text, by);
    }

    private static PublishMarketNote note(String title, String text) {
        return new PublishMarketNote("noor", title, text, Set.of("GTX Pro"), Set.of());
    }

    private static SlotKeepingState anna() {
        return new NotJoined().evolve(joined(ACCOUNT_EXECUTIVE, "anna"));
    }

    private static SlotKeepingState noor() {
        return new NotJoined().evolve(joined(SALES_SPECIALIST, "noor"));
    }

    private static MemberJoined joined(Role role, String member) {
        return new MemberJoined(member, member, role, 2, Set.of(), Set.of(), Set.of());
    }

    private static MemberEvent only(SlotKeepingState state, SlotKeepingCommand command) {
        assertThat(SlotKeepingDecisions.decide(state, command)).hasSize(1);
        return SlotKeepingDecisions.decide(state, command).getFirst();
    }

    private static void refused(SlotKeepingState state, SlotKeepingCommand command, Why why) {
        assertThatThrownBy(() -> SlotKeepingDecisions.decide(state, command))
                .isInstanceOfSatisfying(
                        SlotRefused.class, refusal -> assertThat(refusal.why()).isEqualTo(why));
    }
}
