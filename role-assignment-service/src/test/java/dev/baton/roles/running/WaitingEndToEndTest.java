package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.Stage;
import dev.baton.web.edge.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Who waits for something that comes late, behind others or not by itself.
@TestMethodOrder(MethodOrderer.MethodName.class)
class WaitingEndToEndTest {
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(
                ACCOUNT_EXECUTIVE, "anna", 1000, "Fjord", "Coast", "Marsh", "Isle", "Keys", "Lake", "Reef", "Nowhere");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_no_is_forgotten_when_whoever_takes_it_is_looked_for_anew() {
        Map<String, Object> asking = Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("acceptance", "PERSON")));
        assertThat(service.put(OFFICE, "/v1/routing-policies/asked", asking).status())
                .isEqualTo(200);
        service.join(ACCOUNT_EXECUTIVE, "abe", 10, "Heath");
        service.join(ACCOUNT_EXECUTIVE, "bob", 10, "Heath");
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead("asked", "Heath", null, new Holder(SALES_REPRESENTATIVE, "rita")),
                new LeadQualified(null, null, null));
        String offer = eventually().until(() -> standing(deal, "abe"), Predicate.not(String::isEmpty));
        service.post(TestTokens.member("abe", "ACCOUNT_EXECUTIVE"), "/v1/offers/" + offer + "/decline", Map.of());
        eventually().untilAsserted(() -> assertThat(standing(deal, "bob")).isNotEmpty());
        assertThat(saidNo(deal)).isOne();
        service.tell(deal, DAY, new DealPutOnHold(Stage.QUALIFIED, LocalDate.of(2027, 1, 1), "budget freeze"));
        eventually().untilAsserted(() -> assertThat(standing(deal, "bob")).isEmpty());
        assertThat(saidNo(deal)).isZero();
    }

    private static String standing(String deal, String member) {
        return service
                .sql()
                .queryForList(
                        "select offer from offer where answer is null and deal = ? and member = ?",
                        String.class,
                        deal,
                        member)
                .stream()
                .findFirst()
                .orElse("");
    }

    private static int saidNo(String deal) {
        return Objects.requireNonNull(
                service.sql().queryForObject("select count(*) from decliner where deal = ?", Integer.class, deal));
    }

    @Test
    void a_hand_off_that_is_parked_takes_no_place_from_others() {
        waits("stuck", "Marsh", true);
        service.sql().update("""
                insert into parked_hand_off (deal, position, failures, error, parked_at)
                values ('stuck', 1, 2, 'a mistake', now())""");
        String deal = waitsForSupport("Marsh");
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "mats", 1, "Marsh");
        eventually().untilAsserted(() -> assertThat(holder(deal)).isEqualTo("mats"));
    }

    @Test
    void a_policy_that_another_instance_wrote_wakes_whoever_waits() {
        service.join(SALES_MANAGER, "mona", 10);
        Map<String, Object> queueing = Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("whenNobody", "QUEUE")));
        assertThat(service.put(OFFICE, "/v1/routing-policies/spare", queueing).status())
                .isEqualTo(200);
        String deal = service.newDeal();
        service.join(SALES_REPRESENTATIVE, "rob", 10, "Forest");
        service.tell(
                deal,
                DAY,
                lead("spare", "Forest", null, new Holder(SALES_REPRESENTATIVE, "rob")),
                new LeadQualified(null, null, null));
        eventually().untilAsserted(() -> assertThat(isQueued(deal)).isTrue());
        assertThat(service.sql().update("""
                        insert into routing_policy (name, version, rules, created_by)
                        select name, version + 1, replace(
                            replace(rules, '"steward":null,', ''),
                            '"whenNobody":"QUEUE"', '"whenNobody":"STEWARD","steward":"mona"'), 'elsewhere'
                        from routing_policy where name = 'spare'""")).isOne();
        eventually().untilAsserted(() -> assertThat(holder(deal)).isEqualTo("mona"));
    }

    @Test
    void a_customer_in_use_is_given_to_whoever_has_just_enough_room() {
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "ida", 1, "Isle");
        String inUse = service.newDeal();
        sold(inUse, "Isle");
        eventually().untilAsserted(() -> assertThat(holder(inUse)).isEqualTo("ida"));
        service.tell(inUse, DAY, new OnboardingCompleted(null));
        eventually()
                .untilAsserted(() -> assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "ida"))
                        .isZero());
        String whole = service.newDeal();
        sold(whole, "Isle");
        eventually().untilAsserted(() -> assertThat(holder(whole)).isEqualTo("ida"));
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "igor", 1, "Isle");
        String other = service.newDeal();
        sold(other, "Isle");
        eventually().untilAsserted(() -> assertThat(holder(other)).isEqualTo("igor"));
        isAway("igor", Duration.ofDays(1));
        service.post(OFFICE, "/v1/members/ida/departure", Map.of());
        eventually().untilAsserted(() -> assertThat(isQueued(inUse)).isTrue());
        eventually().untilAsserted(() -> assertThat(isQueued(whole)).isTrue());

        isBack("igor");
        eventually().untilAsserted(() -> assertThat(holder(inUse)).isEqualTo("igor"));
        eventually()
                .untilAsserted(() -> assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "igor"))
                        .isOne());
        assertThat(isQueued(whole)).isTrue();

        service.tell(whole, DAY, new CaseOpened("C-1", "it stops", Priority.HIGH), new OnboardingCompleted(null));
        eventually().until(() -> news(whole) == 5);
        assertThat(asks(whole)).containsExactly("USUAL");
        assertThat(isQueued(whole)).isTrue();
        theRowsComeOutOfTheLogAsTheyAre();
        service.tell(whole, DAY, new CaseResolved("C-1", "oiled"));
        eventually().untilAsserted(() -> assertThat(holder(whole)).isEqualTo("igor"));
        eventually()
                .untilAsserted(() -> assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "igor"))
                        .isOne());
        theRowsComeOutOfTheLogAsTheyAre();
    }

    /// How much of what the deal tells has been taken in.
    private static int news(String deal) {
        return Objects.requireNonNull(service.sql()
                .queryForObject("select count(*) from event where stream_id = 'deal/' || ?", Integer.class, deal));
    }

    private static List<String> asks(String deal) {
        return service.sql().queryForList("select demand from deal_effort where deal = ?", String.class, deal);
    }

    /// As when the service is replaced by one that keeps them.
    private static void theRowsComeOutOfTheLogAsTheyAre() {
        List<Map<String, Object>> kept = efforts("deal_effort");
        assertThat(kept).isNotEmpty();
        service.sql().execute(migration().replace("deal_effort", "effort_again"));
        assertThat(efforts("effort_again")).isEqualTo(kept);
        service.sql().execute("drop table effort_again");
    }

    private static List<Map<String, Object>> efforts(String table) {
        return service.sql()
                .queryForList("select deal, recycled, onboarded, cases::text as cases, demand from " + table
                        + " order by deal");
    }

    private static String migration() {
        try (InputStream script =
                Service.class.getResourceAsStream("/db/role-assignment-service/V1140__what_deals_ask.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void who_asks_less_has_their_turn_behind_many_although_everybody_is_full() {
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "lena", 1, "Lake");
        String inUse = service.newDeal();
        sold(inUse, "Lake");
        eventually().untilAsserted(() -> assertThat(holder(inUse)).isEqualTo("lena"));
        service.tell(inUse, DAY, new OnboardingCompleted(null));
        eventually().untilAsserted(() -> assertThat(asks(inUse)).containsExactly("ONBOARDED"));
        service.post(OFFICE, "/v1/members/lena/departure", Map.of());
        eventually().untilAsserted(() -> assertThat(isQueued(inUse)).isTrue());
        for (int i = 0; i < 600; i++) {
            waits("lakeless-" + i, "Desert", false);
        }
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "luis", 0, "Lake");
        eventually().untilAsserted(() -> assertThat(holder(inUse)).isEqualTo("luis"));
    }

    @Test
    void a_deal_that_the_relay_takes_for_as_much_as_any_is_not_woken_for_less_again_and_again() {
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "kim", 1, "Keys");
        String first = service.newDeal();
        sold(first, "Keys");
        eventually().untilAsserted(() -> assertThat(holder(first)).isEqualTo("kim"));
        String deal = waitsForSupport("Keys");
        assertThat(service.sql().update("""
                        insert into deal_effort (deal, recycled, onboarded, cases, demand, fact)
                        select ?, false, true, '{}', 'ONBOARDED', event_id from event
                        where stream_id = 'deal/' || ? and sequence = 0""", deal, deal)).isOne();
        isAway("kim", Duration.ofDays(1));
        isBack("kim");
        eventually().untilAsserted(() -> assertThat(asks(deal)).containsExactly("USUAL"));
        eventually().untilAsserted(() -> assertThat(isWoken(deal)).isFalse());
        assertThat(woken(deal)).isOne();
        String behind = waitsForSupport("Reef");
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "rolf", 1, "Reef");
        eventually().untilAsserted(() -> assertThat(holder(behind)).isEqualTo("rolf"));
        assertThat(woken(deal)).isOne();
        assertThat(isQueued(deal)).isTrue();
    }

    private static int woken(String deal) {
        return Objects.requireNonNull(service.sql()
                .queryForObject(
                        "select count(*) from event where stream_id = 'responsibility/' || ? and type = ?",
                        Integer.class,
                        deal,
                        "baton.responsibility.assignment-woken.v1"));
    }

    private static boolean isWoken(String deal) {
        return service.sql()
                .queryForList("select woken from waiting_assignment where deal = ?", Boolean.class, deal)
                .contains(true);
    }

    @Test
    void who_stays_away_for_longer_than_they_said_hands_on_what_they_hold() {
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "carl", 1, "Coast");
        String deal = service.newDeal();
        sold(deal, "Coast");
        eventually().untilAsserted(() -> assertThat(holder(deal)).isEqualTo("carl"));
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "cora", 1, "Coast");
        isAway("carl", Duration.ofDays(1));
        Instant since = awaySince("carl");
        isAway("carl", Duration.ofDays(30));
        assertThat(awaySince("carl")).isEqualTo(since);
        eventually().untilAsserted(() -> assertThat(holder(deal)).isEqualTo("cora"));
    }

    @Test
    void whoever_waits_behind_many_for_whom_nobody_is_there_has_their_turn() {
        for (int i = 0; i < 1_100; i++) {
            waits("nobodys-" + i, "Desert", false);
        }
        String deal = waitsForSupport("Fjord");
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "finn", 1, "Fjord");
        eventually().untilAsserted(() -> assertThat(holder(deal)).isEqualTo("finn"));
    }

    @Test
    void z_what_the_last_manager_held_who_left_goes_to_whoever_comes() {
        service.post(OFFICE, "/v1/members/mona/departure", Map.of());
        eventually().untilAsserted(() -> assertThat(held("mona")).isZero());
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("Nowhere at all", null, null));
        eventually().untilAsserted(() -> assertThat(isQueued(deal)).isTrue());
        service.post(OFFICE, "/v1/members/steward/departure", Map.of());
        eventually()
                .untilAsserted(() -> assertThat(service.sql()
                                .queryForObject(
                                        "select rehoming from responsibility where deal = ?", Boolean.class, deal))
                        .isTrue());
        service.join(SALES_MANAGER, "maud", 10);
        eventually().untilAsserted(() -> assertThat(holder(deal)).isEqualTo("maud"));
        eventually().untilAsserted(() -> assertThat(held("steward")).isZero());
        service.sql()
                .update("insert into waiting_assignment (deal, role, reason, since, manager)"
                        + " values ('undecided', 'ACCOUNT_EXECUTIVE', 'declined', now(), 'mona')");
        assertThat(service.get(OFFICE, "/v1/members/maud/queue").body()).contains("undecided");
        assertThat(service.get(OFFICE, "/v1/members/anna/queue").body()).doesNotContain("undecided");
    }

    /// As a row only: nobody works where they are.
    private static void waits(String deal, String territory, boolean woken) {
        service.sql()
                .update(
                        "insert into waiting_assignment (deal, role, territory, reason, since, woken)"
                                + " values (?, ?, ?, 'nobody is eligible', '2001-01-01T00:00Z', ?)",
                        deal,
                        CUSTOMER_SUPPORT_REPRESENTATIVE.name(),
                        territory,
                        woken);
    }

    private static String waitsForSupport(String territory) {
        String deal = service.newDeal();
        sold(deal, territory);
        eventually().untilAsserted(() -> assertThat(isQueued(deal)).isTrue());
        return deal;
    }

    private static void sold(String deal, String territory) {
        service.tell(
                deal,
                DAY,
                lead(territory, null, new Holder(SALES_REPRESENTATIVE, "rita")),
                new LeadQualified(null, null, null),
                new Closed(Outcome.WON, null, null, null));
    }

    private static void isAway(String member, Duration duration) {
        Instant until = Instant.now().plus(duration);
        assertThat(service.post(
                                OFFICE,
                                "/v1/members/" + member + "/availability",
                                Map.of("availability", "ABSENT", "until", until.toString()))
                        .status())
                .isEqualTo(200);
    }

    private static void isBack(String member) {
        assertThat(service.post(OFFICE, "/v1/members/" + member + "/availability", Map.of("availability", "AVAILABLE"))
                        .status())
                .isEqualTo(200);
    }

    private static Instant awaySince(String member) {
        return Objects.requireNonNull(service.sql()
                        .queryForObject(
                                "select away_since from member_directory where member = ?",
                                OffsetDateTime.class,
                                member))
                .toInstant();
    }

    private static String holder(String deal) {
        Holder holder = service.holder(deal);
        return holder == null ? "nobody" : holder.member();
    }

    private static int held(String member) {
        return Objects.requireNonNull(service.sql()
                .queryForObject(
                        "select count(*) from responsibility where member = ? and ended_at is null",
                        Integer.class,
                        member));
    }

    private static boolean isQueued(String deal) {
        return !service.sql()
                .queryForList("select 1 from waiting_assignment where deal = ?", Integer.class, deal)
                .isEmpty();
    }
}
