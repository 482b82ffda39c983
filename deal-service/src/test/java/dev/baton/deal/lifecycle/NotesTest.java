package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.deal.lifecycle.Deals.DAY_ONE;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.EUR_900;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.NOW;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static dev.baton.deal.lifecycle.Deals.after;
import static dev.baton.deal.lifecycle.Deals.client;
import static dev.baton.deal.lifecycle.Deals.decide;
import static dev.baton.deal.lifecycle.Deals.lost;
import static dev.baton.deal.lifecycle.Deals.person;
import static dev.baton.deal.lifecycle.Deals.prospecting;
import static dev.baton.deal.lifecycle.Deals.qualified;
import static dev.baton.deal.lifecycle.Deals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ExchangeRate;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.InteractionKind;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.deal.lifecycle.ProgressCommand.CorrectDeal;
import dev.baton.deal.lifecycle.ProgressCommand.LogInteraction;
import dev.baton.deal.lifecycle.ProgressCommand.OverrideRule;
import dev.baton.deal.lifecycle.ProgressCommand.ReviseForecast;
import dev.baton.deal.lifecycle.ProgressCommand.SetNextStep;
import dev.baton.deal.lifecycle.ProspectingCommand.QualifyLead;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/// What is noted about deals, overridden and rated.
class NotesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Test
    void the_holder_says_what_comes_next_and_by_when() {
        var step = new NextStepSet("send the offer", TODAY);
        assertThat(decide(qualified(), new SetNextStep(ID, step), axel())).containsExactly(step);
        var past = new NextStepSet("send the offer", TODAY.minusDays(1));
        refused(qualified(), new SetNextStep(ID, past), axel(), "day-past");
    }

    @Test
    void a_forecast_keeps_what_it_does_not_revise() {
        var deal = after(
                qualified(),
                new ForecastRevised(LocalDate.of(2026, 6, 30), ForecastCategory.BEST_CASE, EUR_1000),
                new ForecastRevised(null, ForecastCategory.COMMIT, null));
        var dossier = ((Qualified) deal).dossier();
        assertThat(dossier.progress().forecast())
                .isEqualTo(new ForecastRevised(LocalDate.of(2026, 6, 30), ForecastCategory.COMMIT, EUR_1000));
        assertThat(dossier.value()).isEqualTo(EUR_1000);
    }

    @Test
    void a_forecast_is_the_holders() {
        var revised = new ForecastRevised(null, ForecastCategory.COMMIT, null);
        refused(
                qualified(),
                new ReviseForecast(ID, revised),
                person(STANDARD, "eve", ACCOUNT_EXECUTIVE),
                "not-the-holder");
    }

    @Test
    void anybody_of_the_department_logs_an_interaction_whatever_the_state() {
        var spoken = new InteractionLogged(InteractionKind.CALL, "they regret it", null);
        var sam = person(STANDARD, "sam", CUSTOMER_SUPPORT_REPRESENTATIVE);
        assertThat(decide(lost(), new LogInteraction(ID, spoken), sam)).containsExactly(spoken);
        refused(lost(), new LogInteraction(ID, spoken), client(STANDARD), "role-required");
    }

    @Test
    void a_correction_changes_what_is_known_and_leaves_the_rest() {
        var correction = new DealCorrected("typo", "Trikes", null, null, "East", null, null, EUR_1000);
        assertThat(decide(lost(), new CorrectDeal(ID, correction), melvin())).containsExactly(correction);
        var dossier = ((Lost) after(lost(), correction)).dossier();
        assertThat(dossier.lead().title()).isEqualTo("Trikes");
        assertThat(dossier.lead().territory()).isEqualTo("East");
        assertThat(dossier.lead().customer()).isEqualTo(Deals.ACME);
        assertThat(dossier.value()).isEqualTo(EUR_1000);
    }

    @Test
    void a_correction_corrects_something() {
        assertThatThrownBy(() -> new DealCorrected("typo", null, null, null, null, null, null, null))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_manager_lets_a_lead_pass_a_criterion_and_that_is_on_record() {
        var overridden =
                decide(prospecting(), new OverrideRule(ID, Rule.CRITERIA_UNANSWERED, "known for years"), melvin());
        assertThat(overridden).containsExactly(new RuleOverridden("criteria-unanswered", "known for years", "melvin"));
        var bare = new LeadQualified(null, null, null);
        var rita = person(STANDARD, "rita", SALES_REPRESENTATIVE);
        refused(prospecting(), new QualifyLead(ID, bare), rita, "criteria-unanswered");
        assertThat(decide(after(prospecting(), overridden.getFirst()), new QualifyLead(ID, bare), rita))
                .containsExactly(bare);
    }

    @Test
    void nobody_overrides_a_rule_for_a_deal_of_their_own() {
        var stewarded =
                after(prospecting(), new HolderRecognised(new dev.baton.contract.Holder(SALES_MANAGER, "melvin"), 1));
        refused(stewarded, new OverrideRule(ID, Rule.CRITERIA_UNANSWERED, "known"), melvin(), "own-request");
    }

    @Test
    void only_a_manager_overrides_a_rule() {
        refused(qualified(), new OverrideRule(ID, Rule.PREDECESSOR_MISSING, "hurry"), axel(), "role-required");
    }

    @Test
    void a_rule_that_is_overridden_already_is_no_second_fact() {
        var passing = after(qualified(), new RuleOverridden("predecessor-missing", "known", "melvin"));
        assertThat(decide(passing, new OverrideRule(ID, Rule.PREDECESSOR_MISSING, "again"), melvin()))
                .isEmpty();
    }

    @Test
    void a_close_records_the_rate_of_its_day_on_whatever_channel() {
        var rate = new ExchangeRate("USD", "1.0834", 3);
        var rated = new DealContext(NOW, Actor.client("crm"), Deals.MILESTONES, null, new Surroundings() {
            @Override
            public Optional<ExchangeRate> rate(CurrencyUnit currency, Instant at) {
                return currency.getCode().equals("EUR") && at.equals(DAY_ONE) ? Optional.of(rate) : Optional.empty();
            }
        });
        var win = new Close(Outcome.WON, EUR_900, null, null);
        assertThat(decide(qualified(), new RecordClosed(ID, win, DAY_ONE), rated))
                .containsExactly(win.at(rate));
    }

    private static DealContext axel() {
        return person(STANDARD, "axel", ACCOUNT_EXECUTIVE);
    }

    private static DealContext melvin() {
        return person(STANDARD, "melvin", SALES_MANAGER);
    }
}
