package dev.baton.deal.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.StreamId;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.Kafka;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecognisingHoldersTest {
    private static final Duration A_WHILE = House.PATIENCE;

    private final Http http = House.http();
    private final String subject = Events.newSubject();
    private final String deal = DealIdentity.of("urn:crm", subject);

    @Test
    void a_transfer_on_the_topic_is_recognised_with_its_cause() {
        http.structured(Events.leadFound(subject));
        UUID transfer = Kafka.transferred(deal, 0, "ACCOUNT_EXECUTIVE", "axel", 1);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(epoch()).isEqualTo(1));
        StoredEvent recognised = stored().getLast();
        assertThat(recognised.envelope().type()).isEqualTo("baton.deal.holder-recognised.v1");
        assertThat(recognised.envelope().causationId()).isEqualTo(transfer);
        assertThat(recognised.envelope().correlationId()).isEqualTo(transfer);
        assertThat(recognised.envelope().time()).isEqualTo("2026-01-07T12:00:00Z");
        assertThat(recognised.envelope().actor()).isEqualTo("the-saga");
    }

    @Test
    void an_epoch_that_is_not_newer_appends_nothing() {
        http.structured(Events.leadFound(subject));
        Kafka.transferred(deal, 0, "ACCOUNT_EXECUTIVE", "axel", 1);
        Kafka.transferred(deal, 1, "ACCOUNT_EXECUTIVE", "late", 1);
        Kafka.transferred(deal, 2, "ACCOUNT_EXECUTIVE", "anna", 2);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(epoch()).isEqualTo(2));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void a_won_deal_is_in_support_once_support_holds_it() {
        http.ndjson(Events.leadFound(subject) + "\n" + Events.won(subject));
        Kafka.transferred(deal, 0, "CUSTOMER_SUPPORT_REPRESENTATIVE", "suzy", 1);
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(http.get("/v1/deals/" + deal)
                                .json()
                                .path("state")
                                .asString())
                        .isEqualTo("InSupport"));
        assertThat(stored())
                .extracting(event -> event.envelope().type())
                .containsExactly(
                        "baton.deal.lead-found.v1",
                        "baton.deal.closed.v1",
                        "baton.deal.holder-recognised.v1",
                        "baton.deal.handed-to-support.v1");
    }

    @Test
    void a_lead_that_is_declined_as_none_is_returned() {
        http.ndjson(Events.leadFound(subject) + "\n" + Events.leadQualified(subject));
        UUID decline = Kafka.declinedAsNone(deal, 0, "axel");
        Kafka.declinedAsNone(deal, 1, "eve");
        Kafka.transferred(deal, 2, "SALES_REPRESENTATIVE", "rita", 1);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(epoch()).isEqualTo(1));
        assertThat(stored())
                .extracting(event -> event.envelope().type())
                .containsExactly(
                        "baton.deal.lead-found.v1",
                        "baton.deal.lead-qualified.v1",
                        "baton.deal.lead-returned.v1",
                        "baton.deal.holder-recognised.v1");
        assertThat(stored().get(2).envelope().causationId()).isEqualTo(decline);
        assertThat(stored().get(2).envelope().data())
                .isEqualTo("{\"reason\":\"no budget\",\"by\":\"axel\",\"offer\":\"" + deal + "/1\"}");
    }

    @Test
    void a_deal_that_support_declines_because_of_its_package_says_once_what_is_missing() {
        http.ndjson(Events.leadFound(subject) + "\n" + Events.won(subject));
        UUID decline = Kafka.declinedAsIncomplete(deal, 0, "offer-1", "sam");
        Kafka.declinedAsIncomplete(deal, 1, "offer-1", "sam");
        Kafka.transferred(deal, 2, "CUSTOMER_SUPPORT_REPRESENTATIVE", "sue", 1);
        Kafka.declinedAsIncomplete(deal, 3, "offer-2", "sam");
        Kafka.transferred(deal, 4, "CUSTOMER_SUPPORT_REPRESENTATIVE", "suzy", 2);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(epoch()).isEqualTo(2));
        assertThat(stored())
                .extracting(event -> event.envelope().type())
                .containsExactly(
                        "baton.deal.lead-found.v1",
                        "baton.deal.closed.v1",
                        "baton.deal.handover-rejected.v1",
                        "baton.deal.holder-recognised.v1",
                        "baton.deal.handed-to-support.v1",
                        "baton.deal.holder-recognised.v1");
        assertThat(stored().get(2).envelope().causationId()).isEqualTo(decline);
        assertThat(stored().get(2).envelope().data())
                .isEqualTo("{\"missing\":[\"no signed plan\"],\"by\":\"sam\",\"offer\":\"offer-1\"}");
    }

    @Test
    void what_is_stored_is_published_with_dense_sequences() {
        http.ndjson(Events.leadFound(subject) + "\n" + Events.won(subject));
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(Kafka.about(deal))
                        .extracting(record -> Kafka.header(record, "sequence") + " " + Kafka.header(record, "type"))
                        .containsExactly("0 baton.deal.lead-found.v1", "1 baton.deal.closed.v1"));
    }

    private int epoch() {
        return http.get("/v1/deals/" + deal).json().path("epoch").asInt();
    }

    private List<StoredEvent> stored() {
        return House.part(EventLog.class).readStream(StreamId.deal(deal), 0);
    }
}
