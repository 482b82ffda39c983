package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.deal.lifecycle.ServiceCommand.CompleteOnboarding;
import dev.baton.deal.lifecycle.ServiceCommand.EndService;
import dev.baton.deal.lifecycle.ServiceCommand.FulfilCommitment;
import dev.baton.deal.lifecycle.ServiceCommand.MakeCommitment;
import dev.baton.deal.lifecycle.ServiceCommand.OpenCase;
import dev.baton.deal.lifecycle.ServiceCommand.Promise;
import dev.baton.deal.lifecycle.ServiceCommand.RaiseReturnBusiness;
import dev.baton.deal.lifecycle.ServiceCommand.RecordSatisfaction;
import dev.baton.deal.lifecycle.ServiceCommand.ResolveCase;
import dev.baton.deal.lifecycle.ServiceCommand.ScheduleRenewal;
import dev.baton.deal.lifecycle.ServiceCommand.StartOnboarding;
import dev.baton.deal.service.Commitment;
import dev.baton.deal.service.Service;
import dev.baton.deal.service.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What support may do for a customer. Whoever holds the deal does it: support, or a steward who stands in.
final class ServiceDecisions {
    private ServiceDecisions() {}

    static List<DealEvent> decide(DealState.Known state, ServiceCommand command, DealContext context) {
        return switch (command) {
            case RaiseReturnBusiness raise -> ReturnBusinessDecisions.raise(state, raise, context);
            case StartOnboarding _,
                    CompleteOnboarding _,
                    MakeCommitment _,
                    FulfilCommitment _,
                    OpenCase _,
                    ResolveCase _,
                    RecordSatisfaction _,
                    ScheduleRenewal _,
                    EndService _ -> List.copyOf(served(state, command, context));
        };
    }

    private static List<? extends DealEvent> served(
            DealState.Known state, ServiceCommand command, DealContext context) {
        if (!(state instanceof InSupport inSupport)) {
            throw Refusals.notNow(state, command);
        }
        Guards.heldBy(inSupport.dossier(), command, context, CUSTOMER_SUPPORT_REPRESENTATIVE);
        Service service = inSupport.service();
        return switch (command) {
            case StartOnboarding start -> start(service, start);
            case CompleteOnboarding complete -> complete(service, complete);
            case MakeCommitment make -> promise(service, make.promise(), context);
            case FulfilCommitment fulfil -> fulfil(service, fulfil.fulfilment(), context.now());
            case OpenCase open -> open(service, open.opening());
            case ResolveCase resolve -> resolve(service, resolve.resolution());
            case RecordSatisfaction recording -> List.of(recording.answer());
            case ScheduleRenewal schedule -> schedule(service, schedule.renewal(), context);
            case EndService end -> end(service, end.end(), context.now());
            case RaiseReturnBusiness raise -> ReturnBusinessDecisions.raise(state, raise, context);
        };
    }

    private static List<ServiceEvent> start(Service service, StartOnboarding command) {
        if (service.onboarding().started() != null) {
            throw ServiceRefusals.onboardingBegun(service.onboarding());
        }
        return List.of(command.start());
    }

    private static List<ServiceEvent> complete(Service service, CompleteOnboarding command) {
        if (!service.onboarding().underWay()) {
            throw ServiceRefusals.noOnboarding(service.onboarding());
        }
        return List.of(command.end());
    }

    /// Its time begins now, when Baton hears of it: nobody is late before that.
    private static List<ServiceEvent> promise(Service service, Promise promise, DealContext context) {
        Commitment known = service.commitment(promise.commitment());
        if (known != null) {
            return sameOrRefused(known, promise);
        }
        TeamCalendar calendar = context.calendar();
        return List.of(new CommitmentMade(
                promise.commitment(),
                promise.what(),
                promise.workingMinutes(),
                calendar.due(context.now(), promise.workingMinutes()),
                calendar.version()));
    }

    private static List<ServiceEvent> sameOrRefused(Commitment known, Promise promise) {
        if (known.what().equals(promise.what()) && known.workingMinutes() == promise.workingMinutes()) {
            return List.of();
        }
        throw ServiceRefusals.otherCommitment(promise.commitment(), known);
    }

    /// What is fulfilled after its time was broken first, even if nobody has looked in between.
    private static List<ServiceEvent> fulfil(Service service, CommitmentFulfilled fulfilment, Instant now) {
        String name = fulfilment.commitment();
        Commitment known = service.commitment(name);
        if (known == null) {
            throw ServiceRefusals.unknownCommitment(name, service);
        }
        if (known.fulfilled() != null) {
            return List.of();
        }
        return known.overdueAt(now)
                ? List.of(new CommitmentBreached(name, known.due()), fulfilment)
                : List.of(fulfilment);
    }

    private static List<ServiceEvent> open(Service service, CaseOpened opening) {
        Ticket known = service.ticket(opening.ticket());
        if (known == null) {
            return List.of(opening);
        }
        if (known.subject().equals(opening.subject()) && known.priority() == opening.priority()) {
            return List.of();
        }
        throw ServiceRefusals.otherCase(opening.ticket(), known);
    }

    private static List<ServiceEvent> resolve(Service service, CaseResolved resolution) {
        Ticket known = service.ticket(resolution.ticket());
        if (known == null) {
            throw ServiceRefusals.unknownCase(resolution.ticket(), service);
        }
        return known.open() ? List.of(resolution) : List.of();
    }

    private static List<ServiceEvent> schedule(Service service, RenewalScheduled renewal, DealContext context) {
        if (renewal.on().equals(service.renewal())) {
            return List.of();
        }
        if (renewal.on().isBefore(context.calendar().today(context.now()))) {
            throw ServiceRefusals.dayPassed(renewal.on(), context.calendar().today(context.now()));
        }
        return List.of(renewal);
    }

    /// What was due by now and not done is broken first; what is due later is no longer owed.
    private static List<ServiceEvent> end(Service service, ServiceEnded end, Instant now) {
        List<ServiceEvent> events = new ArrayList<>(overdue(service, now, null));
        events.add(end);
        return events;
    }

    /// Time has passed: what was due by now and is pending is broken. Nothing else ever is.
    ///
    /// @param manager who has to see to it; absent when nobody has
    static List<ServiceEvent> overdue(Service service, Instant now, @Nullable String manager) {
        List<ServiceEvent> broken = new ArrayList<>();
        service.commitments().forEach((name, commitment) -> {
            if (commitment.overdueAt(now)) {
                broken.add(new CommitmentBreached(name, commitment.due(), manager));
            }
        });
        return broken;
    }
}
