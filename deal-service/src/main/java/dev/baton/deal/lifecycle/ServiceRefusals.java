package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.deal.lifecycle.DealRejected.Ground;
import dev.baton.deal.service.Commitment;
import dev.baton.deal.service.Onboarding;
import dev.baton.deal.service.Service;
import dev.baton.deal.service.Ticket;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Why something that support asks for cannot be.
final class ServiceRefusals {
    private ServiceRefusals() {}

    static DealRejected onboardingBegun(Onboarding onboarding) {
        return new DealRejected(
                Ground.CONFLICT,
                "onboarding-begun",
                "onboarding has been under way since " + onboarding.started(),
                onboarding.underWay() ? List.of("complete-onboarding") : List.of());
    }

    static DealRejected noOnboarding(Onboarding onboarding) {
        return new DealRejected(
                Ground.CONFLICT,
                "no-onboarding",
                onboarding.started() == null
                        ? "onboarding has not begun"
                        : "onboarding has been complete since " + onboarding.completed(),
                onboarding.started() == null ? List.of("start-onboarding") : List.of());
    }

    static DealRejected otherCommitment(String name, Commitment known) {
        return new DealRejected(
                Ground.CONFLICT,
                "commitment-exists",
                "commitment '" + name + "' promises something else: " + known.what() + " in " + known.workingMinutes()
                        + " working minutes",
                List.of("another commitment"));
    }

    static DealRejected unknownCommitment(String name, Service service) {
        return new DealRejected(
                Ground.CONFLICT,
                "unknown-commitment",
                "no commitment '" + name + "' was made",
                names(service.commitments(), commitment -> commitment.fulfilled() == null));
    }

    static DealRejected otherCase(String ticket, Ticket known) {
        return new DealRejected(
                Ground.CONFLICT,
                "case-exists",
                "case '" + ticket + "' is about something else: " + known.subject(),
                List.of("another ticket"));
    }

    static DealRejected unknownCase(String ticket, Service service) {
        return new DealRejected(
                Ground.CONFLICT,
                "unknown-case",
                "no case '" + ticket + "' was opened",
                names(service.cases(), Ticket::open));
    }

    static DealRejected dayPassed(LocalDate day, LocalDate today) {
        return new DealRejected(Ground.UNFIT, "day-passed", day + " has passed", List.of("from " + today));
    }

    static DealRejected kindNotNow(ReturnBusiness.Kind kind, String stands, Collection<ReturnBusiness.Kind> possible) {
        return new DealRejected(
                Ground.CONFLICT,
                "kind-not-possible",
                kind + " is not possible: " + stands,
                possible.stream().map(Enum::name).toList());
    }

    private static <T> List<String> names(Map<String, T> all, Predicate<T> which) {
        return all.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
