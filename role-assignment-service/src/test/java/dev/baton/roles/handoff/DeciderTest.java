package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final Instant NOW = Instant.parse("2017-03-01T12:00:00Z");

    private final Department department = new Department();

    @BeforeEach
    void managers() {
        department.join(SALES_MANAGER, "steward", 100);
        department.join(SALES_MANAGER, "moira", 100);
        department.join(SALES_MANAGER, "nina", 100);
    }

    @Test
    void the_manager_whom_the_policy_names_decides_else_the_steward() {
        assertThat(asked(null)).isEqualTo("steward");
        assertThat(asked("nina")).isEqualTo("nina");
    }

    @Test
    void nobody_who_has_left_is_asked_to_decide() {
        department.send(new Depart(SALES_MANAGER, "steward", null), NOW);
        assertThat(asked(null)).isEqualTo("moira");
    }

    @Test
    void while_the_manager_is_away_the_steward_decides() {
        department.send(new ChangeAvailability(SALES_MANAGER, "nina", Availability.ABSENT, null, null), NOW);
        assertThat(asked("nina")).isEqualTo("steward");
    }

    @Test
    void a_manager_who_never_joined_is_not_waited_for() {
        assertThat(asked("nobody")).isEqualTo("steward");
    }

    @Test
    void the_last_manager_is_asked_though_they_have_left() {
        for (String manager : new String[] {"steward", "moira", "nina"}) {
            department.send(new Depart(SALES_MANAGER, manager, null), NOW);
        }
        assertThat(asked(null)).isEqualTo("steward");
    }

    private String asked(@Nullable String named) {
        Rule rule = new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, named);
        RoutingPolicy policy = new RoutingPolicy("default", 1, Map.of(ACCOUNT_EXECUTIVE, rule));
        return Decider.of(department, policy, ACCOUNT_EXECUTIVE, NOW).manager();
    }
}
