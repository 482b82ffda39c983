package dev.baton.deal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-30T17:00:00Z");
    private static final CommitmentMade PARTS =
            new CommitmentMade("parts", "Spare parts on site", 480, DUE, new CalendarVersion("east", 1));

    @Test
    void onboarding_is_under_way_until_it_is_complete() {
        assertThat(Service.BEGUN.onboarding().underWay()).isFalse();
        assertThat(after(new OnboardingStarted(null, null)).onboarding().underWay())
                .isTrue();
        assertThat(after(new OnboardingStarted(null, null), new OnboardingCompleted(null))
                        .onboarding())
                .isEqualTo(new Onboarding(MONDAY, MONDAY));
    }

    @Test
    void a_commitment_is_pending_until_it_is_kept_or_broken() {
        assertThat(parts(PARTS).pending()).isTrue();
        assertThat(parts(PARTS, new CommitmentFulfilled("parts", null)).pending())
                .isFalse();
        assertThat(parts(PARTS, new CommitmentBreached("parts", DUE)).pending()).isFalse();
    }

    @Test
    void a_commitment_is_overdue_from_the_moment_at_which_its_time_is_over() {
        assertThat(parts(PARTS).overdueAt(DUE.minusMillis(1))).isFalse();
        assertThat(parts(PARTS).overdueAt(DUE)).isTrue();
        assertThat(parts(PARTS, new CommitmentFulfilled("parts", null)).overdueAt(DUE))
                .isFalse();
    }

    @Test
    void what_is_fulfilled_late_stays_broken() {
        Commitment late = parts(PARTS, new CommitmentBreached("parts", DUE), new CommitmentFulfilled("parts", null));
        assertThat(late.breached()).isEqualTo(MONDAY);
        assertThat(late.fulfilled()).isEqualTo(MONDAY);
    }

    @Test
    void a_case_is_open_until_it_is_resolved() {
        CaseOpened opened = new CaseOpened("C-1", "It stops", Priority.HIGH);
        assertThat(after(opened).cases().get("C-1").open()).isTrue();
        assertThat(after(opened, new CaseResolved("C-1", "Valve replaced")).cases())
                .isEqualTo(Map.of("C-1", new Ticket("It stops", Priority.HIGH, MONDAY, MONDAY, "Valve replaced")));
    }

    @Test
    void the_last_score_and_the_last_renewal_count() {
        Service service = after(
                new SatisfactionRecorded(5, null),
                new SatisfactionRecorded(2, "The valve again"),
                new RenewalScheduled(LocalDate.parse("2027-11-30")),
                new RenewalScheduled(LocalDate.parse("2027-12-31")));
        assertThat(service.satisfaction()).isEqualTo(2);
        assertThat(service.renewal()).isEqualTo(LocalDate.parse("2027-12-31"));
    }

    @Test
    void nothing_follows_the_end() {
        Service ended = after(new ServiceEnded(ServiceOutcome.CHURNED, "Moved abroad"));
        assertThatThrownBy(() -> ended.evolve(new SatisfactionRecorded(5, null), MONDAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SatisfactionRecorded");
    }

    @Test
    void what_nobody_promised_or_reported_cannot_be_settled() {
        for (ServiceEvent unknown : List.of(
                new CommitmentFulfilled("parts", null),
                new CommitmentBreached("parts", DUE),
                new CaseResolved("C-1", "Valve replaced"))) {
            assertThatThrownBy(() -> after(unknown)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Commitment parts(ServiceEvent... events) {
        return after(events).commitments().get("parts");
    }

    private static Service after(ServiceEvent... events) {
        Service service = Service.BEGUN;
        for (ServiceEvent event : events) {
            service = service.evolve(event, MONDAY);
        }
        return service;
    }
}
