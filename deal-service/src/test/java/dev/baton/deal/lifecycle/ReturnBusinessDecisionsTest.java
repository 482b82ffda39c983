package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.contract.deal.ReturnBusiness.Kind.RENEWAL;
import static dev.baton.contract.deal.ReturnBusiness.Kind.UPSELL;
import static dev.baton.contract.deal.ReturnBusiness.Kind.WIN_BACK;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ReturnBusiness.Kind;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.deal.lifecycle.DealCommand.BeginReturnBusiness;
import dev.baton.deal.lifecycle.ServiceCommand.Prospect;
import dev.baton.deal.lifecycle.ServiceCommand.RaiseReturnBusiness;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnBusinessDecisionsTest {
    private static final String NEW = "0b4c1a52-6f3e-5d21-8a77-2f0d9c6f1e11";
    private static final RequestedHolder AXEL = new RequestedHolder(ACCOUNT_EXECUTIVE, "axel");

    @Test
    void support_raises_a_renewal_of_what_it_serves() {
        assertThat(raise(Deals.inSupport(), RENEWAL))
                .containsExactly(new ReturnBusinessRaised(RENEWAL, "2027", NEW, "suzy"));
    }

    @Test
    void the_same_request_again_is_no_second_one() {
        assertThat(raise(raised(Deals.inSupport(), RENEWAL), RENEWAL)).isEmpty();
    }

    @Test
    void how_a_customer_comes_back_depends_on_how_things_stand() {
        assertThat(possible(Deals.inSupport())).containsExactly(RENEWAL, UPSELL);
        assertThat(possible(ended(ServiceOutcome.RENEWED))).containsExactly(RENEWAL, UPSELL);
        assertThat(possible(ended(ServiceOutcome.EXPIRED))).containsExactly(RENEWAL, WIN_BACK);
        assertThat(possible(ended(ServiceOutcome.CHURNED))).containsExactly(WIN_BACK);
        assertThat(possible(Deals.lost())).containsExactly(WIN_BACK);
    }

    @Test
    void a_kind_that_is_not_possible_is_refused_and_the_others_are_named() {
        DealRejected refusal = refusal(ended(ServiceOutcome.CHURNED), RENEWAL, support("suzy"));
        assertThat(refusal.code()).isEqualTo("kind-not-possible");
        assertThat(refusal.allowed()).containsExactly("WIN_BACK");
    }

    @Test
    void a_deal_that_is_not_decided_brings_no_return_business() {
        assertThat(refusal(Deals.won(), RENEWAL, support("suzy")).code()).isEqualTo("not-in-this-state");
        assertThat(refusal(Deals.negotiating(), WIN_BACK, support("suzy")).code())
                .isEqualTo("not-in-this-state");
    }

    @Test
    void while_support_holds_the_deal_nobody_else_raises_it_and_afterwards_whoever_is_of_support() {
        assertThat(refusal(Deals.inSupport(), RENEWAL, support("sally")).code()).isEqualTo("not-the-holder");
        assertThat(DealDecisions.decide(Deals.lost(), command(WIN_BACK), support("sally")))
                .hasSize(1);
        assertThat(refusal(Deals.lost(), WIN_BACK, Deals.person(STANDARD, "axel", ACCOUNT_EXECUTIVE))
                        .code())
                .isEqualTo("role-required");
        assertThat(refusal(Deals.lost(), WIN_BACK, Deals.client(STANDARD)).code())
                .isEqualTo("role-required");
    }

    @Test
    void a_renewal_begins_qualified_with_the_executive_of_the_account_asked_for() {
        List<DealEvent> begun = begin(Deals.inSupport(), RENEWAL);
        assertThat(begun).hasSize(2);
        LeadFound found = (LeadFound) begun.getFirst();
        assertThat(found.origin()).isEqualTo(new ReturnBusiness(ID, RENEWAL, "suzy"));
        assertThat(found.requestedHolder()).isEqualTo(AXEL);
        assertThat(found.holder()).isEqualTo(STANDARD.stewardAsHolder());
        assertThat(found.value()).isEqualTo(EUR_1000);
        LeadQualified qualified = (LeadQualified) begun.getLast();
        assertThat(qualified.requestedHolder()).isEqualTo(AXEL);
        assertThat(qualified.evidence()).containsOnlyKeys("budget", "authority", "need", "timing");
        assertThat(Deals.after(Deals.unknown(), begun.toArray(DealEvent[]::new)))
                .isInstanceOf(Qualified.class);
    }

    @Test
    void evidence_that_is_given_counts_before_the_earlier_deals() {
        Prospect prospect = new Prospect(UPSELL, "2027", null, null, null, null, Map.of("budget", "400k"));
        BeginReturnBusiness beginning =
                DealDecisions.beginning(raised(Deals.inSupport(), UPSELL), new RaiseReturnBusiness(ID, NEW, prospect));
        LeadQualified qualified = (LeadQualified) DealDecisions.decide(Deals.unknown(), beginning, support("suzy"))
                .getLast();
        assertThat(qualified.evidence()).containsEntry("budget", "400k");
    }

    @Test
    void a_win_back_begins_as_a_lead_like_any_other() {
        List<DealEvent> begun = begin(Deals.lost(), WIN_BACK);
        assertThat(begun).hasSize(1);
        LeadFound found = (LeadFound) begun.getFirst();
        assertThat(found.requestedHolder()).isNull();
        assertThat(found.value()).isNull();
        assertThat(Deals.after(Deals.unknown(), found)).isInstanceOf(Prospecting.class);
    }

    @Test
    void who_sells_too_holds_what_they_raise() {
        DealContext both = Deals.person(STANDARD, "suzy", CUSTOMER_SUPPORT_REPRESENTATIVE, SALES_REPRESENTATIVE);
        LeadFound found = (LeadFound) DealDecisions.decide(
                        Deals.unknown(),
                        DealDecisions.beginning(raised(Deals.lost(), WIN_BACK), command(WIN_BACK)),
                        both)
                .getFirst();
        assertThat(found.holder()).isEqualTo(new Holder(SALES_REPRESENTATIVE, "suzy"));
    }

    @Test
    void a_deal_that_has_begun_begins_no_second_time() {
        assertThat(DealDecisions.decide(
                        Deals.qualified(),
                        DealDecisions.beginning(raised(Deals.inSupport(), RENEWAL), command(RENEWAL)),
                        support("suzy")))
                .isEmpty();
    }

    private static List<DealEvent> begin(DealState from, Kind kind) {
        return DealDecisions.decide(
                Deals.unknown(), DealDecisions.beginning(raised(from, kind), command(kind)), support("suzy"));
    }

    private static DealState.Known raised(DealState from, Kind kind) {
        return (DealState.Known) Deals.after(from, new ReturnBusinessRaised(kind, "2027", NEW, "suzy"));
    }

    private static DealState ended(ServiceOutcome outcome) {
        return Deals.after(Deals.inSupport(), new ServiceEnded(outcome, "so it is"));
    }

    private static List<Kind> possible(DealState state) {
        return Arrays.stream(Kind.values())
                .filter(kind -> catchThrowableOfType(DealRejected.class, () -> raise(state, kind)) == null)
                .toList();
    }

    private static List<DealEvent> raise(DealState state, Kind kind) {
        return DealDecisions.decide(state, command(kind), support("suzy"));
    }

    private static DealRejected refusal(DealState state, Kind kind, DealContext context) {
        return catchThrowableOfType(DealRejected.class, () -> DealDecisions.decide(state, command(kind), context));
    }

    private static RaiseReturnBusiness command(Kind kind) {
        return new RaiseReturnBusiness(ID, NEW, new Prospect(kind, "2027", null, null, null, null, null));
    }

    private static DealContext support(String member) {
        return Deals.person(STANDARD, member, CUSTOMER_SUPPORT_REPRESENTATIVE);
    }
}
