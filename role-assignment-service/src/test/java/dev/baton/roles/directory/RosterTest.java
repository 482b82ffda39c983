package dev.baton.roles.directory;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.roles.directory.Roster.Change;
import dev.baton.roles.routing.Colleague;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    private static final Holder BEN = new Holder(ACCOUNT_EXECUTIVE, "ben");
    private static final Holder CLEO = new Holder(ACCOUNT_EXECUTIVE, "cleo");
    private static final Holder GONE = new Holder(ACCOUNT_EXECUTIVE, "gone");
    private static final Holder MONA = new Holder(SALES_MANAGER, "mona");

    private final Roster roster = new Roster(
            Map.of(
                    ACCOUNT_EXECUTIVE,
                    List.of(carrying(ANNA, 1), carrying(BEN, 2), carrying(CLEO, 3)),
                    SALES_MANAGER,
                    List.of(carrying(MONA, 0))),
            Set.of(ANNA, BEN, CLEO, GONE, MONA),
            100);

    @Test
    void whoever_has_changed_is_known_anew_and_in_their_place() {
        Roster now = roster.after(List.of(new Change(BEN, carrying(BEN, 7))), 120);
        assertThat(now)
                .isEqualTo(new Roster(
                        Map.of(
                                ACCOUNT_EXECUTIVE,
                                List.of(carrying(ANNA, 1), carrying(BEN, 7), carrying(CLEO, 3)),
                                SALES_MANAGER,
                                List.of(carrying(MONA, 0))),
                        roster.everybody(),
                        120));
        assertThat(roster.in(ACCOUNT_EXECUTIVE)).contains(carrying(BEN, 2));
    }

    @Test
    void whoever_has_left_is_there_no_more_and_is_still_known_to_have_joined() {
        Roster now = roster.after(List.of(new Change(ANNA, null), new Change(GONE, null)), 120);
        assertThat(now).isNotNull();
        assertThat(now.in(ACCOUNT_EXECUTIVE)).containsExactly(carrying(BEN, 2), carrying(CLEO, 3));
        assertThat(now.knows(ANNA)).isTrue();
        assertThat(now.in(SALES_MANAGER)).isSameAs(roster.in(SALES_MANAGER));
    }

    @Test
    void whoever_has_come_or_come_back_is_found_only_by_asking_for_everybody() {
        Holder dora = new Holder(ACCOUNT_EXECUTIVE, "dora");
        assertThat(roster.after(List.of(new Change(dora, carrying(dora, 0))), 120))
                .isNull();
        assertThat(roster.after(List.of(new Change(GONE, carrying(GONE, 0))), 120))
                .isNull();
        assertThat(roster.after(List.of(), 120)).isEqualTo(new Roster(roster.people(), roster.everybody(), 120));
    }

    private static Colleague carrying(Holder who, int load) {
        return new Colleague(who.member(), 10, load, true, Set.of(), Set.of());
    }
}
