package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A deal in a small team, whose relay hears its news when the test says so; whatever happens, the rules hold.
abstract class SmallTeam {
    static final Instant DAY = Instant.parse("2026-11-23T12:00:00Z");
    static final String DEAL = "deal-1";
    static final Holder STEWARD = new Holder(SALES_MANAGER, "steward");
    static final Holder MIA = new Holder(SALES_MANAGER, "mia");
    static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    static final Holder BEN = new Holder(ACCOUNT_EXECUTIVE, "ben");
    static final Holder SAM = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");

    final Department department = new Department();
    final Sagas sagas = new Sagas(department, new Relay(department, department, InstantSource.fixed(DAY)));

    @BeforeEach
    void the_team_joins() {
        department.join(SALES_MANAGER, "steward", 100);
        department.join(SALES_REPRESENTATIVE, "rita", 5);
        department.join(ACCOUNT_EXECUTIVE, "anna", 5);
        department.join(ACCOUNT_EXECUTIVE, "ben", 5);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 5);
    }

    @AfterEach
    void the_rules_hold_and_the_log_says_what_the_saga_remembers() {
        Invariants.hold("", department.told);
        sagas.recogniseAll(DAY);
        assertThat(department.log.proof().findings()).isEmpty();
        assertThat(Objects.requireNonNull(department.log.rebuilt().of(DEAL, sagas.heard(DEAL)))
                        .plain())
                .isEqualTo(Objects.requireNonNull(sagas.read(DEAL)).plain());
    }

    void ask(Role role) {
        department.policy =
                new RoutingPolicy("default", 1, Map.of(role, new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null)));
    }

    void heldByAnna() {
        tell(lead());
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(ANNA);
    }

    void leaves(Holder person) {
        department.send(new Depart(person.role(), person.member(), null), DAY);
        sagas.act(new BeginRehoming(DEAL, person, RehomingCause.DEPARTED), DAY);
        sagas.deliverAll();
    }

    void happens(Object event) {
        sagas.tell(DEAL, event, DAY);
    }

    void tell(Object event) {
        happens(event);
        sagas.deliverAll();
    }

    Holder holder() {
        return ((Held) department.of(DEAL)).holder();
    }

    int load(Holder person) {
        return department.load(person.role(), person.member());
    }

    static LeadFound lead() {
        return new LeadFound("milestones", "a lead", null, null, null, null, null, null, null, 1, RITA);
    }
}
