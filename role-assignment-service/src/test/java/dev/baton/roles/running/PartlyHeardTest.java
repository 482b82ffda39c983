package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.verify.Findings;
import dev.baton.axon.kafka.verify.Remembered;
import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A parked hand-off goes as far as it can. Support takes nothing of a deal whose rows the database
/// is told to refuse.
class PartlyHeardTest {
    private static final String OFFICE = TestTokens.client("office", "members:write", "deals:read", "ops");
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    private static final Holder SAM = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");

    private static final int ENOUGH = 30;

    private static Service service;
    private static OneBatch batch;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(ACCOUNT_EXECUTIVE, "anna", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000);
        batch = OneBatch.on(service);
        service.sql().execute("""
                create table refused (deal text);
                create function refuse_support() returns trigger language plpgsql as $$
                begin
                    if new.member = 'sam' and exists (select from refused where refused.deal = new.deal) then
                        raise exception 'support takes nothing of it' using errcode = 'check_violation';
                    end if;
                    return new;
                end $$;
                create trigger refuse_support before insert or update on responsibility
                for each row execute function refuse_support()""");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_one_commit_refused_is_tried_event_by_event_and_the_one_to_blame_is_named() {
        String deal = sick();
        for (int tries = 1; tries < ENOUGH && !batch.blamedTheFirst(deal); tries++) {
            deal = sick();
        }
        assertThat(batch.blamedTheFirst(deal)).isTrue();
        assertGoesAsFarAsItCan(kept(deal));
    }

    private static void assertGoesAsFarAsItCan(String deal) {
        assertThat(service.holder(deal)).isEqualTo(ANNA);
        assertThat(parked(deal).get("event").asString()).isEqualTo("baton.deal.closed.v1");
        assertThat(parked(deal).get("fault").asString()).isEqualTo("ROWS");
        assertThat(parked(deal).hasNonNull("triedAgain")).isFalse();
        assertRemembersWhatTheLogSays();

        var retried = service.post(OFFICE, path(deal), Map.of());
        assertThat(retried.status()).isEqualTo(409);
        assertThat(retried.json().get("detail")).isEqualTo(parked(deal).get("cause"));
        assertThat(retried.json().get("handled").asInt()).isZero();
        assertThat(retried.json().get("position").asLong())
                .isEqualTo(batch.positions(deal).getLast());

        service.tell(deal, DAY, new OnboardingCompleted(null));
        eventually().until(() -> batch.positions(deal).size() == 4);
        long last = batch.positions(deal).getLast();
        eventually().until(() -> isKept(deal, last));
        mend(deal);
        assertThat(service.post(OFFICE, path(deal), Map.of())
                        .json()
                        .get("handled")
                        .asInt())
                .isGreaterThanOrEqualTo(2);
        assertHasGoneOnOnce(deal);
    }

    @Test
    void of_two_who_retry_at_once_each_event_is_heard_once() {
        String deal = kept(sick());
        mend(deal);
        List<CompletableFuture<Service.Answer>> both = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> service.post(OFFICE, path(deal), Map.of())))
                .limit(2)
                .toList();
        assertThat(both)
                .extracting(answer -> answer.join().status())
                .contains(200)
                .isSubsetOf(200, 404);
        assertHasGoneOnOnce(deal);
    }

    @Test
    void a_retry_before_the_relay_has_kept_the_event_is_made_up_for_as_soon_as_it_has() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null), new LeadQualified(null, null, null));
        eventually().until(() -> ANNA.equals(service.holder(deal)));
        service.sql().update("insert into refused values (?)", deal);
        service.whileLocked("lock table parked_hand_off_event in share mode", () -> {
            service.tell(deal, DAY, new Closed(Outcome.WON, null, null, null));
            eventually().until(() -> !parked(deal).isMissingNode());
            mend(deal);
            Service.Answer retried = service.post(OFFICE, path(deal), Map.of());
            assertThat(retried.status()).isEqualTo(202);
            assertThat(retried.json().get("handled").asInt()).isZero();
            assertThat(parked(deal).hasNonNull("triedAgain")).isTrue();
        });
        eventually().until(() -> SAM.equals(service.holder(deal)));
        eventually().until(() -> parked(deal).isMissingNode());
        assertHasGoneOnOnce(deal);
    }

    @Test
    void what_somebody_was_killed_at_between_two_events_goes_on_by_itself() {
        String deal = sick();
        mend(deal);
        assertThat(service.sql().update("update parked_hand_off set failures = 0, due_at = now() where deal = ?", deal))
                .isOne();
        eventually().until(() -> SAM.equals(service.holder(deal)));
        eventually().until(() -> parked(deal).isMissingNode());
        assertHasGoneOnOnce(deal);
    }

    @Test
    void what_somebody_was_killed_at_before_it_had_left_leaves_by_itself() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null), new LeadQualified(null, null, null));
        eventually().until(() -> ANNA.equals(service.holder(deal)));
        service.sql().update("""
                insert into parked_hand_off (deal, position, failures, error, parked_at, due_at)
                select ?, max(position) + 1, 0, '', now(), now() from event""", deal);
        eventually().until(() -> parked(deal).isMissingNode());
        service.tell(deal, DAY, new Closed(Outcome.WON, null, null, null));
        eventually().until(() -> SAM.equals(service.holder(deal)));
    }

    /// Told in one commit, of which only the close is refused.
    private static String sick() {
        String deal = service.newDeal();
        service.sql().update("insert into refused values (?)", deal);
        batch.tell(
                deal,
                lead("South", null, null),
                new LeadQualified(null, null, null),
                new Closed(Outcome.WON, null, null, null));
        eventually().until(() -> isParkedAtTheClose(parked(deal), deal));
        return deal;
    }

    private static boolean isParkedAtTheClose(JsonNode parked, String deal) {
        return parked.path("position").asLong() == batch.positions(deal).getLast()
                && parked.path("cause")
                        .asString("")
                        .equals("The database refuses what would come of it: ERROR: support takes nothing of it.");
    }

    /// It is parked before the relay has come back and kept what it parked it for.
    private static String kept(String deal) {
        eventually().until(() -> isKept(deal, batch.positions(deal).getLast()));
        return deal;
    }

    private static void mend(String deal) {
        service.sql().update("delete from refused where deal = ?", deal);
    }

    private static void assertHasGoneOnOnce(String deal) {
        assertThat(service.holder(deal)).isEqualTo(SAM);
        assertThat(parked(deal).isMissingNode()).isTrue();
        assertThat(service.get(OFFICE, "/v1/deals/" + deal + "/responsibility")
                        .json()
                        .get("epoch")
                        .asInt())
                .isEqualTo(3);
        assertRemembersWhatTheLogSays();
    }

    /// Once the relay has heard what came of it, too.
    private static void assertRemembersWhatTheLogSays() {
        eventually().untilAsserted(() -> {
            Findings findings = new Findings();
            service.bean(Remembered.class).verify(findings, new TaskProgress());
            assertThat(findings.report("test", null).findings()).isEmpty();
        });
    }

    private static boolean isKept(String deal, long position) {
        return !service.sql()
                .queryForList(
                        "select position from parked_hand_off_event where deal = ? and position = ?",
                        Long.class,
                        deal,
                        position)
                .isEmpty();
    }

    private static String path(String deal) {
        return "/ops/parked-hand-offs/" + deal + "/retry";
    }

    private static JsonNode parked(String deal) {
        for (JsonNode parked :
                service.get(OFFICE, "/ops/parked-hand-offs").json().get("items")) {
            if (parked.get("deal").asString().equals(deal)) {
                return parked;
            }
        }
        return MissingNode.getInstance();
    }
}
