package dev.baton.roles.whatif;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.whatif.LegOutcome.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The legs of one deal, as its facts of responsibility tell them.
final class DealLegs {
    private final List<LegOutcome> over = new ArrayList<>();
    private @Nullable Open open;

    /// A search that is not over.
    private static final class Open {
        final Role role;
        final Instant since;
        Result result = Result.ASKED;

        @Nullable
        String member;

        @Nullable
        String why;

        @Nullable
        Instant queued;

        @Nullable
        Instant queuedRecorded;

        @Nullable
        Duration waited;

        @Nullable
        Duration waitedRecorded;

        Open(Role role, Instant since) {
            this.role = role;
            this.since = since;
        }

        /// A manager who was told that it has waited for too long stays told while it waits on.
        void queue(Result as, Instant at, Instant recorded) {
            result = result == Result.ESCALATED ? result : as;
            member = null;
            queued = queued == null ? at : queued;
            queuedRecorded = queuedRecorded == null ? recorded : queuedRecorded;
        }

        void ask(String whom, Instant at, Instant recorded) {
            result = Result.ASKED;
            member = whom;
            waits(at, recorded);
        }

        /// A wait is over when somebody is asked, the leg is passed over, or the deal has ended.
        void waits(Instant at, Instant recorded) {
            if (queued != null && queuedRecorded != null && waited == null) {
                waited = atLeastNone(Duration.between(queued, at));
                waitedRecorded = atLeastNone(Duration.between(queuedRecorded, recorded));
            }
        }

        private static Duration atLeastNone(Duration duration) {
            return duration.isNegative() ? Duration.ZERO : duration;
        }

        LegOutcome as(Result now, @Nullable String who) {
            return new LegOutcome(role, now, who, why, since, waited, waitedRecorded);
        }
    }

    void on(ResponsibilityEvent event, Instant at, Instant recorded) {
        switch (event) {
            case AssignmentDecided decided -> decided(decided, at);
            case AssignmentQueued queued -> of(queued.role(), at).queue(Result.WAITING, at, recorded);
            case AssignmentEscalated escalated -> of(escalated.role(), at).queue(Result.ESCALATED, at, recorded);
            case DecisionEscalated on -> {}
            case OfferMade made -> asked(made, at, recorded);
            case ResponsibilityTransferred moved
            when moved.acceptance() == Acceptance.FORCED -> forced(moved, at, recorded);
            case ResponsibilityTransferred moved ->
                close(Result.TAKEN, moved.to().member(), at, recorded);
            case LegPassedOver passed -> close(Result.PASSED_OVER, null, at, recorded);
            case ResponsibilityEnded ended -> close(Result.ENDED, null, at, recorded);
            case ResponsibilityOpened opened -> {}
            case ResponsibilityReopened again -> {}
            case PackageRefused refused -> refused(at, recorded);
            case AssignmentWoken woken -> {}
            case AssignmentCorrected corrected -> {}
            case RehomingBegun begun -> close(Result.SETTLED, null, at, recorded);
            case OfferAccepted accepted -> {}
            case OfferDeclined declined -> {}
            case OfferExpired expired -> {}
            case OfferCancelled cancelled -> {}
        }
    }

    private Open of(Role role, Instant at) {
        Open now = open;
        if (now == null || now.role != role) {
            now = new Open(role, at);
            open = now;
        }
        return now;
    }

    private void decided(AssignmentDecided decided, Instant at) {
        of(decided.role(), at).why = why(decided);
    }

    private static String why(AssignmentDecided decided) {
        return decided.candidates().stream()
                .filter(candidate -> candidate.member().equals(decided.chosen()))
                .findFirst()
                .map(candidate -> String.join(", ", candidate.reasons()))
                .orElse(decided.chosen() == null ? "nobody is eligible" : "steward");
    }

    private void asked(OfferMade made, Instant at, Instant recorded) {
        Open now = open;
        if (now != null) {
            now.ask(made.to().member(), at, recorded);
        }
    }

    /// A stand-in carries the deal while the search goes on; a manager's word ends it.
    private void forced(ResponsibilityTransferred moved, Instant at, Instant recorded) {
        switch (moved.cause()) {
            case HOLDER_DEPARTED, HOLDER_ABSENT -> {}
            case REASSIGNED, LEAD_FOUND, LEAD_QUALIFIED, NEGOTIATED, CLOSED_WON ->
                close(Result.SETTLED, moved.to().member(), at, recorded);
        }
    }

    /// Who else is looked for before support is still looked for.
    private void refused(Instant at, Instant recorded) {
        Open now = open;
        if (now != null && now.role == Role.CUSTOMER_SUPPORT_REPRESENTATIVE) {
            close(Result.SETTLED, null, at, recorded);
        }
    }

    private void close(Result result, @Nullable String member, Instant at, Instant recorded) {
        Open now = open;
        if (now != null) {
            now.waits(at, recorded);
            over.add(now.as(result, member));
            open = null;
        }
    }

    List<LegOutcome> all() {
        List<LegOutcome> all = new ArrayList<>(over);
        Open now = open;
        if (now != null) {
            all.add(now.as(now.result, now.member));
        }
        return all;
    }
}
