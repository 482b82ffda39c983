package dev.baton.roles.whatif;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.roles.routing.Colleague;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");

    private static LocalDate year(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private final People people = new People();

    private void joined(long position) {
        people.employed(
                ANNA,
                position,
                new MemberJoined("anna", "Anna", ACCOUNT_EXECUTIVE, 2, Set.of(), Set.of(), Set.of(), null, year(2015)),
                DAY);
    }

    @Test
    void somebody_is_known_from_when_they_joined_although_they_have_left() {
        joined(3);
        people.employed(ANNA, 5, new MemberDeparted(null), DAY);
        assertThat(people.knows(ANNA, 2)).isFalse();
        assertThat(people.knows(ANNA, 3)).isTrue();
        assertThat(people.knows(ANNA, 6)).isTrue();
        assertThat(people.colleagues(ACCOUNT_EXECUTIVE, 4)).hasSize(1);
        assertThat(people.colleagues(ACCOUNT_EXECUTIVE, 5)).isEmpty();
    }

    @Test
    void how_long_somebody_has_worked_is_known_as_of_then() {
        joined(3);
        people.employed(ANNA, 5, new ProfileChanged("Anna", Set.of(), Set.of(), Set.of(), null, year(2017)), DAY);
        assertThat(people.colleagues(ACCOUNT_EXECUTIVE, 4))
                .extracting(Colleague::started)
                .containsExactly(Instant.parse("2015-01-01T00:00:00Z"));
        assertThat(people.colleagues(ACCOUNT_EXECUTIVE, 5))
                .extracting(Colleague::started)
                .containsExactly(Instant.parse("2017-01-01T00:00:00Z"));
    }
}
