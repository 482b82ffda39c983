package dev.baton.projections.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ReturnBusiness.Kind;
import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.projections.Foldings;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.FoldedRows;
import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.SmallOffice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Three customers: acme was served well and renewed, isdom was let down and left, cancity never bought.
class SupportOutcomeTest {
    private static final String NOON = "2026-03-02T12:00:00Z";
    private static final Instant DUE = Instant.parse("2026-03-03T12:00:00Z");

    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void customers_are_judged_by_what_became_of_their_deals() {
        acmeRenews();
        isdomLeaves();
        found("open", "cancity", null);
        try (FoldedRows rows = Foldings.rows().fold(book.events(), 7)) {
            SupportOutcomes outcomes =
                    new SupportOutcomeQuery(JdbcClient.create(rows.jdbc().getDataSource())).ask();
            assertThat(outcomes.rows())
                    .extracting(SupportOutcomes.Row::customerId)
                    .containsExactly("acme", "cancity", "isdom");
            SupportOutcomes.Row acme = outcomes.rows().getFirst();
            assertThat(acme.wins()).isEqualTo(2);
            assertThat(acme.commitmentsKeptRate()).isEqualByComparingTo("0.5");
            assertThat(acme.commitmentsOpen()).isZero();
            assertThat(acme.satisfaction()).isEqualByComparingTo("4.5");
            assertThat(acme.renewed()).isOne();
            assertThat(acme.churned()).isFalse();
            assertThat(acme.leadsFromOrigin()).isOne();
            assertThat(acme.winsFromOrigin()).isOne();
            SupportOutcomes.Row isdom = outcomes.rows().getLast();
            assertThat(isdom.churned()).isTrue();
            assertThat(isdom.casesOpened()).isOne();
            assertThat(isdom.casesOpen()).isZero();
            SupportOutcomes.Totals totals = outcomes.totals();
            assertThat(totals.customers()).isEqualTo(2);
            assertThat(totals.repeatCustomers()).isOne();
            assertThat(totals.repeatRate()).isEqualByComparingTo("0.5");
            assertThat(totals.commitmentsKept()).isOne();
            assertThat(totals.commitmentsBreached()).isEqualTo(2);
            assertThat(totals.commitmentsKeptRate()).isEqualByComparingTo("0.3333");
            assertThat(totals.satisfaction()).isEqualByComparingTo("3.33");
            assertThat(totals.satisfiedShare()).isEqualByComparingTo("0.6667");
            assertThat(totals.churnRate()).isEqualByComparingTo("0.5");
            assertThat(totals.leadsFromOrigin()).isOne();
        }
    }

    @Test
    void the_figures_are_answered_as_an_object_and_as_rows() {
        JsonNode answer = Office.running().json("/v1/support-outcomes");
        assertThat(answer.path("totals").path("repeatRate").asDouble()).isEqualTo(1.0);
        assertThat(answer.path("totals").path("commitmentsKeptRate").isMissingNode()
                        || answer.path("totals").path("commitmentsKeptRate").isNull())
                .isTrue();
        assertThat(Office.running()
                        .get("/v1/support-outcomes", "text/csv")
                        .body()
                        .lines())
                .containsExactly(
                        "customerId,customerName,deals,wins,inSupport,commitmentsKept,commitmentsBreached,"
                                + "commitmentsOpen,commitmentsKeptRate,casesOpened,casesOpen,scores,satisfaction,"
                                + "satisfiedShare,churned,expired,renewed,leadsFromOrigin,winsFromOrigin",
                        "cancity,Cancity,6,2,1,0,0,0,,0,0,0,,,false,0,0,0,0");
    }

    private void acmeRenews() {
        sold("first", "acme", null);
        then("first", made("parts"), new CommitmentFulfilled("parts", null));
        then("first", made("visit"), new CommitmentBreached("visit", DUE), new CommitmentFulfilled("visit", null));
        then("first", made("training"), new SatisfactionRecorded(5, null), new SatisfactionRecorded(4, null));
        then("first", new ServiceEnded(ServiceOutcome.RENEWED, "next year"));
        sold("second", "acme", new ReturnBusiness("first", Kind.RENEWAL, "sam"));
    }

    private void isdomLeaves() {
        sold("third", "isdom", null);
        then("third", made("parts"), new CommitmentBreached("parts", DUE), new SatisfactionRecorded(1, null));
        then("third", new CaseOpened("C-1", "It stops", Priority.HIGH));
        then("third", new ServiceEnded(ServiceOutcome.CHURNED, "bought elsewhere"));
    }

    private void sold(String deal, String customer, @Nullable ReturnBusiness origin) {
        found(deal, customer, origin);
        office.closed(deal, NOON, Outcome.WON, "USD 100.00");
        office.inSupport(deal, NOON);
    }

    private void found(String deal, String customer, @Nullable ReturnBusiness origin) {
        Holder rita = new Holder(Role.SALES_REPRESENTATIVE, "rita");
        LeadFound found = new LeadFound(
                "milestones", "Presses", new Customer(customer, customer), null, null, null, null, null, null, 1, rita);
        book.deal(deal, NOON, origin == null ? found : found.from(origin));
    }

    private void then(String deal, DealEvent... events) {
        for (DealEvent event : events) {
            book.deal(deal, NOON, event);
        }
    }

    private static CommitmentMade made(String name) {
        return new CommitmentMade(name, "Spare parts", 480, DUE, new CalendarVersion("default", 0));
    }
}
