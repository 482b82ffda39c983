package dev.baton.deal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.EventCodec;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.CustomerDeals;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.aggregate.DealRecords;
import dev.baton.deal.claim.Claim;
import dev.baton.deal.claim.Claims;
import dev.baton.deal.claim.ParkedEvents;
import dev.baton.deal.event.EventReading;
import dev.baton.deal.event.EventText;
import dev.baton.deal.event.MilestoneCommands;
import dev.baton.deal.event.PostedEvent;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.Lapse;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.deal.lifecycle.Pipelines;
import dev.baton.deal.parked.ParkedDeals;
import dev.baton.deal.parked.PostedBy;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The database is lost between the commit of an event and what is asked after it: the event was
/// taken, and its sender is told so.
class AfterTheCommitTest {
    private static final Actor CRM = Actor.client("crm");

    private final String subject = Events.newSubject();
    private final DealOffice office = House.part(DealOffice.class);
    private final Claims claims = House.part(Claims.class);

    @Test
    void a_lead_is_applied_although_its_likely_duplicates_cannot_be_asked() {
        CustomerDeals away = new CustomerDeals(
                JdbcClient.create(lapse(0)), House.part(DealRecords.class), House.part(EventCodec.class));
        Reception reception = reception(claims, House.part(WaitingRoom.class), away);
        String customer = "c-" + UUID.randomUUID();
        PostedEvent lead = read(
                Events.event("lead-found", subject, "2026-01-05T12:00:00Z", """
                {"pipeline": "milestones", "title": "Presses", "need": "Presses",
                 "customer": {"id": "%1$s", "name": "%1$s"}, "value": %2$s}""".formatted(customer, Events.EUR_900)));

        ItemResult told = reception.receive(lead, CRM).at(0, lead.id());

        assertThat(told.status()).isEqualTo(ItemStatus.APPLIED);
        assertThat(told.sequence()).isZero();
        assertThat(told.likelyDuplicates()).isNull();
        assertThat(told.likelyDuplicatesUnknown()).isTrue();
        ItemResult again = reception.receive(lead, CRM).at(0, lead.id());
        assertThat(again.status()).isEqualTo(ItemStatus.REPLAYED);
        assertThat(again.likelyDuplicatesUnknown()).isNull();
    }

    @Test
    void an_event_is_parked_although_its_claim_cannot_be_asked_afterwards() {
        Claims awayAfterwards = new Claims(JdbcClient.create(lapse(1)), House.part(EventText.class));
        Reception reception = reception(awayAfterwards, House.part(WaitingRoom.class), House.part(CustomerDeals.class));
        PostedEvent won = read(Events.won(subject));

        Outcome told = reception.receive(won, CRM);

        assertThat(told).isEqualTo(Outcome.parked(won.deal()));
        assertThat(House.http().structured(Events.won(subject)).status()).isEqualTo(202);
    }

    /// The deal moved while the event was being parked, and nobody would look at it again.
    @Test
    void an_event_is_parked_although_its_deal_cannot_be_looked_at_again_and_it_is_soon() {
        Lapse lapse = lapse(0);
        ParkedDeals deals = new ParkedDeals(
                parked(lapse), House.part(EventReading.class), House.part(MilestoneCommands.class), office);
        WaitingRoom room = new WaitingRoom(
                House.part(ParkedEvents.class),
                deals,
                House.part(DealRecords.class),
                House.part(Pipelines.class),
                Clock.systemUTC());
        PostedEvent won = read(Events.won(subject));
        DealRejected refusal = catchThrowableOfType(
                DealRejected.class,
                () -> office.send(
                        House.part(MilestoneCommands.class).of(won),
                        Acting.as(CRM),
                        PostedBy.attributes(won, CRM.name())));
        House.http().structured(Events.leadFound(subject));
        untilTheFollowerHasPassed();

        room.admit(won, CRM.name(), refusal);
        assertThat(status(won)).isEqualTo(Claim.Status.PARKED);

        lapse.isOver();
        deals.drainUnfinished();
        assertThat(status(won)).isEqualTo(Claim.Status.APPLIED);
    }

    /// What waits for a later deal has been applied, and for one later still: the first perhaps by the
    /// look at everything with which the follower begins, the second by going on from there.
    private static void untilTheFollowerHasPassed() {
        untilALaterDealHasGoneOn();
        untilALaterDealHasGoneOn();
    }

    private static void untilALaterDealHasGoneOn() {
        String later = Events.newSubject();
        Http http = House.http();
        assertThat(http.structured(Events.won(later)).status()).isEqualTo(202);
        http.structured(Events.leadFound(later));
        await().until(() -> http.structured(Events.won(later)).status() == 200);
    }

    private Reception reception(Claims asked, WaitingRoom room, CustomerDeals customers) {
        return new Reception(House.part(MilestoneCommands.class), office, asked, room, customers);
    }

    private Claim.Status status(PostedEvent event) {
        return claims.find(event.source(), event.id()).orElseThrow().status();
    }

    private static ParkedEvents parked(DataSource database) {
        return new ParkedEvents(
                JdbcClient.create(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                House.part(EventText.class));
    }

    private static Lapse lapse(int questions) {
        return new Lapse(House.part(DataSource.class), questions);
    }

    private static PostedEvent read(String event) {
        return House.part(EventReading.class).structured(event);
    }
}
