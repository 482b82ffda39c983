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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.roles.directory.Members;
import dev.baton.roles.routing.Colleague;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What the decisions cannot show: rounds, rows, guards of the database, and a saga that fails.
@TestMethodOrder(MethodOrderer.MethodName.class)
class SituationsEndToEndTest {
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000);
        Map<String, Object> asking = Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("acceptance", "PERSON")));
        assertThat(service.put(OFFICE, "/v1/routing-policies/asked", asking).status())
                .isEqualTo(200);
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
            deals.add(qualified("milestones", "dora"));
        }
        eventually().untilAsserted(() -> assertThat(held(deals, "dora")).isEqualTo(60));

        assertThat(service.post(OFFICE, "/v1/members/dora/departure", Map.of()).status())
                .isEqualTo(200);
        service.restart();

        eventually().untilAsserted(() -> assertThat(held(deals, "dora")).isZero());
        eventually().untilAsserted(() -> assertThat(held(deals, "dirk")).isEqualTo(40));
        eventually().untilAsserted(() -> assertThat(held(deals, "steward")).isEqualTo(20));
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
        eventually().untilAsserted(() -> assertThat(held(deals, "dirk")).isEqualTo(60));
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
                .untilAsserted(() ->
                        assertThat(waiting("Nroth", deal).hasNonNull("title")).isTrue());

        service.tell(deal, DAY, new DealCorrected("mistyped", "Presses", null, null, "North", null, null, null));
        eventually().untilAsserted(() -> assertThat(held(List.of(deal), "nora")).isEqualTo(1));
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
            String deal = qualified("asked", "ella");
            deals.add(deal);
            String offer = offerTo("ella", deal);
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
                .untilAsserted(
                        () -> assertThat(deals).allMatch(deal -> waiting(deal).hasNonNull("manager")));
        takesNothingMore("ella");
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
    void a_leg_that_waits_for_too_long_stands_in_a_managers_queue_until_somebody_can_take_it() {
        service.join(SALES_MANAGER, "max", 1000);
        policy("hurried", Map.of("weight", 2000, "steward", "max", "patience", patience(60)));
        String deal = qualified("hurried", "hanna");
        eventually()
                .untilAsserted(() -> assertThat(waiting(deal).hasNonNull("due")).isTrue());
        assertThat(waiting(deal).hasNonNull("manager")).isFalse();
        assertThat(decisions("max")).isEmpty();

        append("responsibility/" + deal, new AssignmentQueued(ACCOUNT_EXECUTIVE, "South", "nobody is eligible", DAY));
        eventually().untilAsserted(() -> assertThat(decisions("max")).containsExactly(deal));
        assertThat(waiting(deal).get("manager").asString()).isEqualTo("max");
        assertThat(Instant.parse(waiting(deal).get("due").asString())).isAfter(Instant.now());
        service.restart();
        assertThat(decisions("max")).containsExactly(deal);

        service.join(ACCOUNT_EXECUTIVE, "hanna", 2000);
        eventually()
                .untilAsserted(() -> assertThat(held(List.of(deal), "hanna")).isOne());
        assertThat(decisions("max")).isEmpty();
        assertThat(types(deal)).containsOnlyOnce("baton.responsibility.assignment-escalated.v1");
        takesNothingMore("hanna");
    }

    @Test
    void what_a_manager_does_not_decide_goes_up_the_line_and_then_stands_in_every_managers_queue() throws Exception {
        manager("gus", "gloria");
        manager("gloria", "gus");
        service.join(SALES_MANAGER, "gwen", 1000);
        policy("undecided", Map.of("weight", 2000, "steward", "gus", "patience", patience(60)));
        String deal = qualified("undecided", "hanna");
        eventually()
                .untilAsserted(() -> assertThat(waiting(deal).hasNonNull("due")).isTrue());
        String stream = "responsibility/" + deal;
        append(stream, new AssignmentQueued(ACCOUNT_EXECUTIVE, "South", "nobody is eligible", DAY));
        eventually().untilAsserted(() -> assertThat(decisions("gus")).containsExactly(deal));

        append(stream, new DecisionEscalated(ACCOUNT_EXECUTIVE, "gus", "gus", DAY));
        eventually().untilAsserted(() -> assertThat(decisions("gloria")).containsExactly(deal));
        assertThat(decisions("gus")).isEmpty();
        assertThat(Instant.parse(waiting(deal).get("due").asString())).isAfter(Instant.now());
        append(stream, new DecisionEscalated(ACCOUNT_EXECUTIVE, "gloria", "gloria", DAY));
        eventually().untilAsserted(() -> assertThat(decisions("steward")).contains(deal));
        assertThat(decisions("gwen")).isEmpty();
        service.restart();
        try (QueueStream gwen = QueueStream.open(service, TestTokens.member("gwen", "SALES_MANAGER"), "gwen")) {
            gwen.next("snapshot");
            append(stream, new DecisionEscalated(ACCOUNT_EXECUTIVE, "steward", "steward", DAY));
            assertThat(gwen.next("changes").get("put").findValuesAsString("deal"))
                    .containsExactly(deal);
        }
        eventually()
                .untilAsserted(
                        () -> assertThat(waiting(deal).get("everyManager").asBoolean())
                                .isTrue());
        List.of("gus", "gloria", "gwen")
                .forEach(manager -> assertThat(decisions(manager)).containsExactly(deal));
        assertThat(decisions("rita")).isEmpty();
        assertThat(waiting(deal).get("manager").asString()).isEqualTo("steward");
        assertThat(Instant.parse(waiting(deal).get("due").asString())).isEqualTo(DAY);
        // three that were appended here, and three that the rounds have made of them
        assertThat(types(deal))
                .filteredOn("baton.responsibility.decision-escalated.v1"::equals)
                .hasSize(6);

        service.join(ACCOUNT_EXECUTIVE, "hera", 2000);
        eventually().untilAsserted(() -> assertThat(held(List.of(deal), "hera")).isOne());
        assertThat(decisions("gwen")).isEmpty();
        takesNothingMore("hera");
    }

    private static void manager(String member, String manager) {
        Map<String, Object> joins = Map.of(
                "id", member, "name", member, "role", SALES_MANAGER.name(), "capacity", 1000, "manager", manager);
        assertThat(service.post(OFFICE, "/v1/members", joins).status()).isLessThan(300);
    }

    @Test
    void a_leg_that_waits_is_woken_when_the_policy_changes() {
        service.join(ACCOUNT_EXECUTIVE, "hugo", 10);
        policy("heavy", Map.of("weight", 2000));
        String deal = qualified("heavy", "hugo");
        eventually()
                .untilAsserted(
                        () -> assertThat(waiting(deal).hasNonNull("deal")).isTrue());
        assertThat(waiting(deal).hasNonNull("due")).isFalse();

        policy("heavy", Map.of("weight", 1));
        eventually().untilAsserted(() -> assertThat(held(List.of(deal), "hugo")).isOne());
        // by the news of it, or by the look that follows whatever begins to wait
        assertThat(service.get(OFFICE, "/v1/deals/" + deal + "/responsibility").body())
                .contains("baton.responsibility.assignment-woken.v1");
        takesNothingMore("hugo");
    }

    private static void policy(String pipeline, Map<String, Object> rule) {
        Map<String, Object> rules = Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", rule));
        assertThat(service.put(OFFICE, "/v1/routing-policies/" + pipeline, rules)
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> patience(int waitMinutes) {
        return Map.of("answerMinutes", 480, "declines", 3, "missed", 3, "waitMinutes", waitMinutes);
    }

    /// The deal as the visible queue shows it; nothing while it does not wait.
    private static JsonNode waiting(String deal) {
        return waiting("South", deal);
    }

    private static JsonNode waiting(String territory, String deal) {
        for (JsonNode leg :
                service.get(OFFICE, "/v1/waiting?territory=" + territory).json().get("items")) {
            if (leg.get("deal").asString().equals(deal)) {
                return leg;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<String> decisions(String manager) {
        List<String> deals = new ArrayList<>();
        service.get(TestTokens.member(manager, "SALES_MANAGER"), "/v1/members/" + manager + "/queue")
                .json()
                .get("items")
                .forEach(item -> {
                    if (item.get("kind").asString().equals("DECISION")) {
                        deals.add(item.get("deal").asString());
                    }
                });
        return deals;
    }

    private static List<String> types(String deal) {
        return service.get(OFFICE, "/v1/deals/" + deal + "/responsibility")
                .json()
                .get("history")
                .findValuesAsString("type");
    }

    @Test
    void a_queue_shows_what_others_wait_for_first_and_then_what_is_held() {
        service.join(ACCOUNT_EXECUTIVE, "fay", 1000);
        service.join(SALES_MANAGER, "mia", 1000);
        String fay = TestTokens.member("fay", "ACCOUNT_EXECUTIVE");
        String held = qualified("asked", "fay");
        assertThat(service.post(fay, "/v1/offers/" + offerTo("fay", held) + "/accept", Map.of())
                        .status())
                .isEqualTo(200);
        eventually().untilAsserted(() -> assertThat(held(List.of(held), "fay")).isOne());
        String second = qualified("asked", "fay");
        String first = qualified("asked", "fay");
        offerTo("fay", second);
        service.sql()
                .update("update offer set due_at = due_at - interval '1 hour' where offer = ?", offerTo("fay", first));

        JsonNode queue = service.get(fay, "/v1/members/fay/queue").json().get("items");
        assertThat(queue.findValuesAsString("deal")).containsExactly(first, second, held);
        assertThat(queue.findValuesAsString("kind")).containsExactly("OFFER", "OFFER", "HELD");
        assertThat(queue.get(0).hasNonNull("due")).isTrue();
        JsonNode page = service.get(fay, "/v1/members/fay/queue?limit=2").json();
        JsonNode rest = service.get(
                        fay,
                        "/v1/members/fay/queue?limit=2&after="
                                + page.get("next").asString())
                .json();
        assertThat(rest.get("items").findValuesAsString("deal")).containsExactly(held);

        for (String deal : List.of(first, second)) {
            service.post(fay, "/v1/offers/" + offerTo("fay", deal) + "/decline", Map.of("ground", "NOT_QUALIFIED"));
        }
        eventually()
                .untilAsserted(() -> assertThat(service.get(fay, "/v1/members/fay/queue")
                                .json()
                                .get("items")
                                .findValuesAsString("kind"))
                        .containsExactly("HELD"));
        assertThat(held(List.of(first, second), "rita")).isEqualTo(2);
        takesNothingMore("fay");
    }

    @Test
    void a_failing_hand_off_is_parked_alone_and_goes_on_in_order_when_it_is_retried() {
        service.join(ACCOUNT_EXECUTIVE, "gus", 1000);
        String sick = service.newDeal();
        service.tell(sick, DAY, lead("South", new RequestedHolder(ACCOUNT_EXECUTIVE, "gus"), null));
        eventually().untilAsserted(() -> assertThat(held(List.of(sick), "rita")).isOne());
        byte[] sound = saga(sick);
        saga(sick, "no saga".getBytes(UTF_8));

        service.tell(sick, DAY, new LeadQualified(null, null, null), new Closed(Outcome.WON, null, null, null));
        String well = qualified("milestones", "gus");
        eventually().untilAsserted(() -> assertThat(held(List.of(well), "gus")).isOne());
        eventually().untilAsserted(() -> assertThat(parked(sick)).isEqualTo(2));
        assertThat(service.post(OFFICE, "/ops/parked-hand-offs/" + sick + "/retry", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(held(List.of(sick), "rita")).isOne();

        saga(sick, sound);
        assertThat(service.post(OFFICE, "/ops/parked-hand-offs/" + sick + "/retry", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(held(List.of(sick), "sam")).isOne();
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

    @Test
    void the_database_refuses_a_place_above_capacity_that_went_round_the_aggregate() {
        service.join(ACCOUNT_EXECUTIVE, "hal", 1);
        append("account-executive/hal", new SlotReserved("x-1", 1, false, "round the aggregate"));
        refused("account-executive/hal", new SlotReserved("x-2", 1, false, "round the aggregate"));
        refused("account-executive/hal", new SlotReserved("x-1", 0, true, "round the aggregate"));
        append("account-executive/hal", new SlotReserved("x-3", 1, true, "a manager's word"));
        service.join(ACCOUNT_EXECUTIVE, "ida", 5);
        service.post(OFFICE, "/v1/members/ida/availability", Map.of("availability", "ABSENT"));
        refused("account-executive/ida", new SlotReserved("x-4", 1, false, "round the aggregate"));
    }

    @Test
    void the_database_refuses_a_second_holder_that_went_round_the_aggregate() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null));
        eventually().untilAsserted(() -> assertThat(held(List.of(deal), "rita")).isOne());
        Holder rita = new Holder(SALES_REPRESENTATIVE, "rita");
        Holder sam = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");
        refused("responsibility/" + deal, forced(sam, rita, 2));
        refused("responsibility/" + deal, forced(rita, sam, 3));
        refused("responsibility/" + deal, forced(rita, sam, 1));
        append("responsibility/" + deal, forced(rita, sam, 2));
        assertThat(held(List.of(deal), "sam")).isOne();
    }

    private static void takesNothingMore(String member) {
        service.post(OFFICE, "/v1/members/" + member + "/capacity", Map.of("capacity", 0));
    }

    private static ResponsibilityTransferred forced(Holder from, Holder to, int epoch) {
        return new ResponsibilityTransferred(
                from, to, epoch, TransferCause.REASSIGNED, Acceptance.FORCED, null, "steward");
    }

    private static void refused(String stream, Object event) {
        long before = events(stream);
        assertThatThrownBy(() -> append(stream, event)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(events(stream)).isEqualTo(before);
    }

    /// Past every aggregate, as a mistake in the saga could.
    private static void append(String stream, Object event) {
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(ignored -> service.bean(EventStore.class)
                        .publish(new GenericDomainEventMessage<>(
                                stream.split("/")[0],
                                stream,
                                events(stream),
                                event,
                                Map.of("occurredat", DAY.toString()))));
    }

    @Test
    void what_a_manager_was_to_decide_who_has_left_is_for_every_manager() {
        service.join(SALES_MANAGER, "mona", 10);
        service.join(SALES_MANAGER, "milo", 10);
        service.join(ACCOUNT_EXECUTIVE, "ivan", 1000);
        policy("monas", Map.of("acceptance", "PERSON", "steward", "mona", "patience", Map.of("declines", 1)));
        String deal = qualified("monas", "ivan");
        String ivans = TestTokens.member("ivan", "ACCOUNT_EXECUTIVE");
        service.post(ivans, "/v1/offers/" + offerTo("ivan", deal) + "/decline", Map.of());
        eventually().untilAsserted(() -> assertThat(queue("mona")).contains("DECISION", deal));
        assertThat(queue("milo")).doesNotContain(deal);
        assertThat(service.get(OFFICE, "/v1/waiting?territory=South").body()).contains(deal);

        service.post(OFFICE, "/v1/members/mona/departure", Map.of());
        assertThat(queue("milo")).contains("DECISION", deal);
        assertThat(queue("ivan")).doesNotContain("DECISION");
        takesNothingMore("ivan");
    }

    private static String queue(String member) {
        return service.get(OFFICE, "/v1/members/" + member + "/queue").body();
    }

    @Test
    void what_is_said_with_a_no_can_be_told_on_and_fits_the_leg() {
        service.join(ACCOUNT_EXECUTIVE, "greta", 1000);
        String gretas = TestTokens.member("greta", "ACCOUNT_EXECUTIVE");
        String offer = offerTo("greta", qualified("asked", "greta"));
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

    private static long events(String stream) {
        return Objects.requireNonNull(
                service.sql().queryForObject("select count(*) from event where stream_id = ?", Long.class, stream));
    }

    private static String qualified(String pipeline, String wish) {
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead(pipeline, "South", new RequestedHolder(ACCOUNT_EXECUTIVE, wish), null),
                new LeadQualified(null, null, null));
        return deal;
    }

    private static String offerTo(String member, String deal) {
        String sql = "select offer from offer where answer is null and member = ? and deal = ?";
        return eventually()
                .until(
                        () -> service.sql().queryForList(sql, String.class, member, deal).stream()
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static long held(List<String> deals, String member) {
        return deals.stream()
                .map(service::holder)
                .filter(holder -> isBy(holder, member))
                .count();
    }

    private static boolean isBy(@Nullable Holder holder, String member) {
        return holder != null && holder.member().equals(member);
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
}
