package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.TermsEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Where a deal stands. Each state is a record of its own, and knows which facts may follow.
public sealed interface DealState permits Unknown, DealState.Known {
    /// The state after the fact.
    ///
    /// @param at when the fact happened
    /// @throws ImpossibleTransition when no decision could have brought this fact about here
    DealState evolve(DealEvent event, Instant at);

    /// The state after the fact, with the clocks that it starts, stops and ends.
    ///
    /// @param at when the fact happened
    /// @param recorded when Baton stored it, which is what clocks go by
    default DealState told(DealEvent event, Instant at, Instant recorded) {
        return SlaClocks.running(this, event, evolve(event, at), recorded);
    }

    /// The commands of people that the state knows, by their names.
    default List<String> allowed() {
        return Possibilities.in(this);
    }

    default String stateName() {
        return getClass().getSimpleName();
    }

    /// The deal has begun. A state says what the facts do that move deals; what is only noted is noted in any.
    sealed interface Known extends DealState permits Open, Resting, Past, Sold, Reopenable {
        Dossier dossier();

        /// The same state with more on record.
        Known with(Dossier dossier);

        @Override
        default DealState evolve(DealEvent event, Instant at) {
            return switch (event) {
                case ProspectingEvent lead -> evolve(lead, at);
                case NegotiationEvent talk -> evolve(talk, at);
                case ClosingEvent close -> evolve(close, at);
                case SupportEvent handOver -> evolve(handOver, at);
                case ServiceEvent service -> evolve(service, at);
                case HoldEvent hold -> evolve(hold, at);
                case TermsEvent terms -> with(dossier().agreeing(terms, at));
                case ConsultationEvent talk -> with(dossier().consulting(talk));
                case SlaEvent sla -> with(dossier().late(sla));
                case ProgressEvent note -> with(dossier().noting(note, at));
                case AccountabilityEvent holder -> with(recognising(holder));
            };
        }

        default DealState evolve(ProspectingEvent event, Instant at) {
            throw new ImpossibleTransition(this, event);
        }

        default DealState evolve(NegotiationEvent event, Instant at) {
            throw new ImpossibleTransition(this, event);
        }

        default DealState evolve(ClosingEvent event, Instant at) {
            throw new ImpossibleTransition(this, event);
        }

        default DealState evolve(SupportEvent event, Instant at) {
            throw new ImpossibleTransition(this, event);
        }

        default DealState evolve(ServiceEvent event, Instant at) {
            throw new ImpossibleTransition(this, event);
        }

        default DealState evolve(HoldEvent event, Instant at) {
            throw new ImpossibleTransition(this, event);
        }

        private Dossier recognising(AccountabilityEvent event) {
            return switch (event) {
                case HolderRecognised recognised -> dossier().heldBy(recognised);
            };
        }
    }

    /// Neither won nor lost nor given up yet.
    sealed interface Open extends Known permits Prospecting, Qualified, Negotiating, Agreed {
        Stage stage();

        @Override
        Open with(Dossier dossier);

        @Override
        default DealState evolve(ClosingEvent event, Instant at) {
            return Closing.of(this, event, at);
        }

        @Override
        default DealState evolve(HoldEvent event, Instant at) {
            return OnHold.begin(this, event, at);
        }
    }

    /// Carried, but not worked on until a day that is agreed.
    sealed interface Resting extends Known permits OnHold, Nurturing {
        /// The day on which it goes on by itself.
        LocalDate until();
    }

    /// Past its way through sales.
    sealed interface Past extends Known permits Won, InSupport, Ended, Lost, Disqualified, Merged {}

    /// A win that may still be reversed.
    sealed interface Sold extends Known permits Won, InSupport {}

    /// Given up, but not for ever.
    sealed interface Reopenable extends Known permits Lost, Disqualified, Nurturing {
        /// Where it would go on.
        Stage reopensAt();
    }
}
