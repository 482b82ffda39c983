package dev.baton.system;

import static dev.baton.system.AtWork.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One deal with everything in it, over HTTP: returned, refused, held, agreed twice, won twice, and renewed.
@Tag("system")
@Order(11)
@ExtendWith(RunningBaton.class)
class WholeDealTest {

    @Test
    void a_deal_is_returned_held_reopened_reversed_refused_served_and_renewed(Baton baton) {
        Department department = Department.on(baton);
        AtWork rowan = AtWork.representative(baton);
        AtWork darcel = AtWork.executive(baton);
        AtWork melvin = AtWork.manager(baton);
        AtWork cara = AtWork.secondManager(baton);
        AtWork noor = AtWork.specialist(baton);
        AtWork ondine = AtWork.support(baton);
        String later = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();

        // the lead is returned, and qualified anew
        String deal = rowan.finds(Department.lead("customer-" + UUID.randomUUID()));
        rowan.holds(deal);
        rowan.does(deal, "qualify-lead", Department.FINDING);
        darcel.declines(deal, "{\"ground\": \"NOT_QUALIFIED\", \"reason\": \"nobody has asked the CFO\"}");
        soon("the lead is back").until(() -> rowan.state(deal).equals("Prospecting"));
        rowan.does(deal, "qualify-lead", Department.FINDING);
        darcel.accepts(deal);

        // it rests, and goes on
        darcel.does(deal, "open-negotiation");
        darcel.does(deal, "put-on-hold", "{\"reviewDate\": \"%s\", \"reason\": \"moves house\"}".formatted(later));
        assertThat(darcel.isRefused(deal, "make-offer", Department.offer("1100.00")))
                .isEqualTo("not-in-this-state");
        darcel.does(deal, "resume");

        // terms are agreed, reopened, and agreed with a new signature and approval
        department.plans(deal);
        darcel.does(deal, "agree-terms");
        darcel.does(deal, "revise-terms", "{\"reason\": \"another hall\"}");
        darcel.does(deal, "make-offer", Department.offer("935.00"));
        assertThat(darcel.isRefused(deal, "agree-terms", "{}")).isIn("plan-not-agreed", "plan-of-another-offer");
        department.signed(deal);
        darcel.does(deal, "request-approval", "{\"reason\": \"twice as many\"}");
        melvin.does(deal, "grant-approval", "{\"request\": 1}");
        darcel.does(deal, "agree-terms");

        // it is won in error, and won again
        darcel.does(deal, "close-deal", "{\"outcome\": \"WON\"}");
        ondine.offerOf(deal);
        melvin.does(deal, "reverse-close", "{\"kind\": \"BOOKED_IN_ERROR\", \"reason\": \"not signed yet\"}");
        assertThat(melvin.isRefused(deal, "approve-reversal", "{}")).isEqualTo("own-request");
        cara.does(deal, "approve-reversal");
        assertThat(darcel.state(deal)).isEqualTo("Negotiating");
        darcel.holds(deal);
        soon("support is not asked any more").until(() -> ondine.queued(deal).isEmpty());
        department.signed(deal);
        darcel.does(deal, "request-approval", "{\"reason\": \"as before\"}");
        melvin.does(deal, "grant-approval", "{\"request\": 2}");
        darcel.does(deal, "agree-terms");
        darcel.does(deal, "close-deal", "{\"outcome\": \"WON\"}");

        // support refuses it, and takes it when nothing is missing
        ondine.offerOf(deal);
        ondine.does(deal, "reject-handover", "{\"missing\": [\"whom to call\"]}");
        soon("nobody is asked any more").until(() -> ondine.queued(deal).isEmpty());
        darcel.does(deal, "prepare-handover", Department.PACKAGE);
        ondine.accepts(deal);
        soon("the deal is support's").until(() -> ondine.state(deal).equals("InSupport"));

        // the customer stays
        String renewal = ondine.does(
                        deal, "raise-return-business", "{\"kind\": \"RENEWAL\", \"request\": \"next year\"}")
                .path("dealId")
                .asString();
        ondine.does(deal, "end-service", "{\"outcome\": \"RENEWED\", \"reason\": \"next year\"}");
        darcel.accepts(renewal);
        assertThat(darcel.state(renewal)).isEqualTo("Qualified");
        assertThat(ondine.state(deal)).isEqualTo("Ended");

        assertThat(told(noor, deal))
                .containsSubsequence(
                        "lead-found",
                        "lead-qualified",
                        "lead-returned",
                        "lead-qualified",
                        "negotiation-opened",
                        "deal-put-on-hold",
                        "deal-resumed",
                        "offer-made",
                        "sales-plan-agreed",
                        "negotiated",
                        "terms-reopened",
                        "offer-made",
                        "sales-plan-agreed",
                        "approval-granted",
                        "negotiated",
                        "closed",
                        "reversal-requested",
                        "close-reversed",
                        "negotiated",
                        "closed",
                        "handover-rejected",
                        "handover-prepared",
                        "handed-to-support",
                        "return-business-raised",
                        "service-ended");
        baton.run(Duration.ofMinutes(5), "proof").successful();
    }

    /// The deal's own facts, once the last of them has been read.
    private static List<String> told(AtWork reader, String deal) {
        return soon("the story is complete")
                .until(
                        () -> reader.report("/v1/deals/" + deal + "/timeline?limit=1000")
                                .path("items")
                                .valueStream()
                                .map(told -> told.path("type").asString())
                                .filter(type -> type.startsWith("baton.deal."))
                                .map(type -> type.replaceAll("baton\\.deal\\.|\\.v1", ""))
                                .toList(),
                        types -> types.contains("service-ended"));
    }
}
