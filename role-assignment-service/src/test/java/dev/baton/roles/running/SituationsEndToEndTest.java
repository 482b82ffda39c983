package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.roles.directory.Members;
import dev.baton.roles.routing.Colleague;
import dev.baton.web.edge.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// What the decisions cannot show: rounds, rows, and a saga that fails.
@TestMethodOrder(MethodOrderer.MethodName.class)
class SituationsEndToEndTest {
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");

    private static Service service;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        service = new Service();
        relay = new RunningRelay(service);
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000);
        relay.policy("asked", Map.of("acceptance", "PERSON"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everything_that_somebody_held_who_left_is_rehomed_although_the_service_stops_in_between() {
        service.join(ACCOUNT_EXECUTIVE, "dora", 1000);
        service.join(ACCOUNT_EXECUTIVE, "dirk", 40);
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            deals.add(relay.qualified("milestones", "dora"));
        }
        eventually().untilAsserted(() -> assertThat(relay.held(deals, "dora")).isEqualTo(60));

        assertThat(service.post(OFFICE, "/v1/members/dora/departure", Map.of()).status())
                .isEqualTo(200);
        service.restart();

        eventually().untilAsserted(() -> assertThat(relay.held(deals, "dora")).isZero());
        eventually().untilAsserted(() -> assertThat(relay.held(deals, "dirk")).isEqualTo(40));
        eventually()
                .untilAsserted(() -> assertThat(relay.held(deals, "steward")).isEqualTo(20));
        JsonNode progress = service.get(OFFICE, "/v1/members/dora/departure")
                .json()
                .get("roles")
                .get(0);
        assertThat(progress.get("deals").asInt()).isEqualTo(60);
        assertThat(progress.get("rehomed").asInt()).isEqualTo(60);
        assertThat(progress.get("done").asBoolean()).isTrue();
        assertThat(service.load(ACCOUNT_EXECUTIVE, "dora")).isZero();
        assertThat(standInsThatNameWhatTheyKnew()).isEqualTo(20);

        service.post(OFFICE, "/v1/members/dirk/capacity", Map.of("capacity", 1000));
        eventually().untilAsserted(() -> assertThat(relay.held(deals, "dirk")).isEqualTo(60));
        takesNothingMore("dirk");
    }

    /// The position is before their own, and after that of the departure.
    private static int standInsThatNameWhatTheyKnew() {
        return Objects.requireNonNull(service.sql().queryForObject("""
                select count(*) from event
                where type = 'baton.responsibility.responsibility-transferred.v1'
                  and payload::json ->> 'cause' = 'HOLDER_DEPARTED' and payload::json ->> 'acceptance' = 'FORCED'
                  and (payload::json ->> 'peopleAsOf')::bigint < position
                  and (payload::json ->> 'peopleAsOf')::bigint >=
                      (select position from event where type = 'baton.member.member-departed.v1'
                       and stream_id = 'account-executive/dora')""", Integer.class));
    }

    @Test
    void people_are_known_up_to_one_position_as_long_as_a_unit_of_work_goes_on() {
        Members members = service.bean(Members.class);
        Holder late = new Holder(SALES_MANAGER, "lotte");
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            List<Colleague> executives = members.colleagues(ACCOUNT_EXECUTIVE);
            long asOf = members.asOf();
            service.join(SALES_MANAGER, "lotte", 10);
            service.join(ACCOUNT_EXECUTIVE, "lotte", 10);
            assertThat(members.asOf()).isEqualTo(asOf);
            assertThat(members.knows(late)).isFalse();
            assertThat(members.colleagues(SALES_MANAGER))
                    .extracting(Colleague::member)
                    .doesNotContain("lotte");
            assertThat(members.colleagues(ACCOUNT_EXECUTIVE)).isEqualTo(executives);
        } finally {
            work.rollback();
        }
        assertThat(members.knows(late)).isTrue();
        assertThat(members.colleagues(SALES_MANAGER))
                .extracting(Colleague::member)
                .contains("lotte");
        takesNothingMore("lotte");
    }

    @Test
    void a_deal_that_waits_in_the_wrong_territory_is_taken_once_that_is_corrected() {
        service.join(ACCOUNT_EXECUTIVE, "nora", 1000, "North");
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead("Nroth", new RequestedHolder(ACCOUNT_EXECUTIVE, "nora"), null),
                new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(() -> assertThat(relay.waiting("Nroth", deal).hasNonNull("title"))
                        .isTrue());

        service.tell(deal, DAY, new DealCorrected("mistyped", "Presses", null, null, "North", null, null, null));
        eventually()
                .untilAsserted(
                        () -> assertThat(relay.held(List.of(deal), "nora")).isEqualTo(1));
        assertThat(service.sql().queryForObject("select territory from lead where deal = ?", String.class, deal))
                .isEqualTo("North");
        JsonNode item = service.get(OFFICE, "/v1/members/nora/queue")
                .json()
                .path("items")
                .get(0);
        assertThat(item.path("deal").asString()).isEqualTo(deal);
        assertThat(item.path("title").asString()).isEqualTo("Presses");
        takesNothingMore("nora");
    }

    @Test
    void an_offer_that_nobody_answers_expires_and_who_misses_three_is_absent() {
        service.join(ACCOUNT_EXECUTIVE, "ella", 1000);
        List<String> deals = new ArrayList<>();
        for (int missed = 1; missed <= 3; missed++) {
            String deal = relay.qualified("asked", "ella");
            deals.add(deal);
            String offer = relay.offerTo("ella", deal);
            service.sql().update("update offer set due_at = now() - interval '1 minute' where offer = ?", offer);
            eventually()
                    .untilAsserted(() -> assertThat(service.sql()
                                    .queryForObject("select answer from offer where offer = ?", String.class, offer))
                            .isEqualTo("EXPIRED"));
            Service.Answer late = service.post(
                    TestTokens.member("ella", "ACCOUNT_EXECUTIVE"), "/v1/offers/" + offer + "/accept", Map.of());
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.json().get("code").asString()).isEqualTo("offer-expired");
        }
        eventually()
                .untilAsserted(
                        () -> assertThat(service.get(OFFICE, "/v1/members/ella").body())
                                .contains("ABSENT"));
        // the relay hears later that she did not answer, and would ask whoever has joined meanwhile
        eventually()
                .untilAsserted(() -> assertThat(deals)
                        .allMatch(deal -> relay.waiting("South", deal).hasNonNull("manager")));
        takesNothingMore("ella");
    }

    @Test
    void what_is_said_with_a_no_can_be_told_on_and_fits_the_leg() {
        service.join(ACCOUNT_EXECUTIVE, "greta", 1000);
        String gretas = TestTokens.member("greta", "ACCOUNT_EXECUTIVE");
        String offer = relay.offerTo("greta", relay.qualified("asked", "greta"));
        String path = "/v1/offers/" + offer + "/decline";
        for (String reason : List.of("  ", "x".repeat(5_000), "a\0b")) {
            Service.Answer refused = service.post(gretas, path, Map.of("reason", reason));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().get("pointer").asString()).isEqualTo("/reason");
        }
        Service.Answer refused =
                service.post(gretas, path, Map.of("ground", "PACKAGE_INCOMPLETE", "reason", "no signed plan"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().get("code").asString()).isEqualTo("ground-of-another-leg");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"NOT_QUALIFIED\"]");
        assertThat(service.post(gretas, path, Map.of("reason", "too far away")).status())
                .isEqualTo(200);
        takesNothingMore("greta");
    }

    @Test
    void a_customer_in_use_takes_no_place_of_whoever_serves_them_until_a_case_is_open() {
        Holder ole = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "ole");
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "ole", 1, "Harbour");
        service.join(ACCOUNT_EXECUTIVE, "oda", 2, "Harbour");
        service.post(OFFICE, "/v1/members/sam/availability", Map.of("availability", "ABSENT"));
        try {
            List<String> deals = List.of(served("Harbour"), served("Harbour"));
            eventually().untilAsserted(() -> {
                assertThat(service.waiting("Harbour")).isOne();
                assertThat(deals)
                        .filteredOn(deal -> ole.equals(service.holder(deal)))
                        .hasSize(1);
            });
            String first = ole.equals(service.holder(deals.getFirst())) ? deals.getFirst() : deals.getLast();
            service.tell(first, DAY, new OnboardingCompleted(null));
            eventually().untilAsserted(() -> {
                assertThat(service.waiting("Harbour")).isZero();
                assertThat(deals).allMatch(deal -> ole.equals(service.holder(deal)));
                assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "ole")).isOne();
            });
            service.tell(first, DAY, new CaseOpened("C-1", "it stops", Priority.HIGH));
            eventually()
                    .untilAsserted(() -> assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "ole"))
                            .isEqualTo(2));
            service.tell(first, DAY, new CaseResolved("C-1", "oiled"));
            eventually()
                    .untilAsserted(() -> assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "ole"))
                            .isOne());
        } finally {
            service.post(OFFICE, "/v1/members/sam/availability", Map.of("availability", "AVAILABLE"));
            takesNothingMore("ole");
            takesNothingMore("oda");
        }
    }

    private static String served(String territory) {
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead(territory, null, null),
                new LeadQualified(null, null, null),
                new Closed(Outcome.WON, null, null, null));
        return deal;
    }

    @Test
    void a_failing_hand_off_is_parked_alone_and_goes_on_in_order_when_it_is_retried() {
        service.join(ACCOUNT_EXECUTIVE, "gus", 1000);
        String sick = service.newDeal();
        service.tell(sick, DAY, lead("South", new RequestedHolder(ACCOUNT_EXECUTIVE, "gus"), null));
        eventually()
                .untilAsserted(
                        () -> assertThat(relay.held(List.of(sick), "rita")).isOne());
        byte[] sound = saga(sick);
        saga(sick, "no saga".getBytes(UTF_8));

        service.tell(sick, DAY, new LeadQualified(null, null, null), new Closed(Outcome.WON, null, null, null));
        String well = relay.qualified("milestones", "gus");
        eventually()
                .untilAsserted(
                        () -> assertThat(relay.held(List.of(well), "gus")).isOne());
        eventually().untilAsserted(() -> assertThat(parked(sick)).isEqualTo(2));
        assertThat(service.post(OFFICE, "/ops/parked-hand-offs/" + sick + "/retry", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(relay.held(List.of(sick), "rita")).isOne();

        saga(sick, sound);
        assertThat(service.post(OFFICE, "/ops/parked-hand-offs/" + sick + "/retry", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(relay.held(List.of(sick), "sam")).isOne();
        assertThat(service.get(OFFICE, "/v1/deals/" + sick + "/responsibility")
                        .json()
                        .get("epoch")
                        .asInt())
                .isEqualTo(3);
        assertThat(service.get(OFFICE, "/ops/parked-hand-offs").json().get("items"))
                .isEmpty();
        assertThat(service.post(OFFICE, "/ops/parked-hand-offs/" + sick + "/retry", Map.of())
                        .status())
                .isEqualTo(404);
        takesNothingMore("gus");
    }

    private static int parked(String deal) {
        for (JsonNode parked :
                service.get(OFFICE, "/ops/parked-hand-offs").json().get("items")) {
            if (parked.get("deal").asString().equals(deal)) {
                return parked.get("waiting").asInt();
            }
        }
        return 0;
    }

    private static final String SAGA = """
            saga_id = (select saga_id from association_value_entry
                       where association_key = 'subject' and association_value = ?)""";

    private static byte[] saga(String deal) {
        return Objects.requireNonNull(service.sql()
                .queryForObject("select serialized_saga from saga_entry where " + SAGA, byte[].class, deal));
    }

    private static void saga(String deal, byte[] state) {
        assertThat(service.sql().update("update saga_entry set serialized_saga = ? where " + SAGA, state, deal))
                .isOne();
    }

    private static void takesNothingMore(String member) {
        assertThat(service.post(OFFICE, "/v1/members/" + member + "/capacity", Map.of("capacity", 0))
                        .status())
                .isEqualTo(200);
    }
}
