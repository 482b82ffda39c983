package dev.baton.deal.lifecycle;

import dev.baton.contract.Role;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.Stage;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The clocks of a deal, whether or not its pipeline sets a time for them. They go by when Baton stored the facts:
/// nobody is late before Baton knew.
///
/// @param firstResponse since a representative has a lead to whom nobody has spoken; absent otherwise
/// @param stage since the deal is in its stage; absent when it is in none
/// @param firstContact since the deal is won and nobody has spoken with the customer; absent otherwise
public record SlaClocks(
        @Nullable SlaClock firstResponse,
        @Nullable SlaClock stage,
        @Nullable SlaClock firstContact) {
    static final SlaClocks NONE = new SlaClocks(null, null, null);

    /// The state with its clocks as the fact leaves them.
    static DealState running(DealState before, DealEvent event, DealState after, Instant recorded) {
        if (!(after instanceof DealState.Known known)) {
            return after;
        }
        SlaClocks were = known.dossier().clocks();
        SlaClocks are = were.stoppedOrNot(before, known, recorded).after(before, event, known, recorded);
        return are.equals(were) ? known : known.with(known.dossier().with(are));
    }

    @Nullable
    SlaClock of(Sla sla) {
        return switch (sla) {
            case FIRST_RESPONSE -> firstResponse;
            case STAGE_LIMIT -> stage;
            case FIRST_CONTACT -> firstContact;
        };
    }

    SlaClocks after(SlaEvent event) {
        return switch (event) {
            case SlaBreached breached ->
                new SlaClocks(
                        breached.sla() == Sla.FIRST_RESPONSE ? ranOut(firstResponse) : firstResponse,
                        breached.sla() == Sla.STAGE_LIMIT ? ranOut(stage) : stage,
                        breached.sla() == Sla.FIRST_CONTACT ? ranOut(firstContact) : firstContact);
        };
    }

    private SlaClocks stoppedOrNot(DealState before, DealState.Known after, Instant now) {
        boolean rested = before instanceof OnHold;
        boolean rests = after instanceof OnHold;
        if (rests == rested) {
            return this;
        }
        return rests ? each(clock -> clock.stoppedAt(now)) : each(clock -> clock.resumedAt(now));
    }

    private SlaClocks after(DealState before, DealEvent event, DealState.Known after, Instant now) {
        boolean onHold = after instanceof OnHold;
        return new SlaClocks(
                kept(firstResponse, awaitsResponse(before), awaitsResponse(after), now, onHold),
                kept(stage, stage(before) == stage(after), stage(after) != null, now, onHold),
                spokenAfterTheClose(event)
                        ? null
                        : kept(
                                firstContact,
                                before instanceof DealState.Sold,
                                after instanceof DealState.Sold,
                                now,
                                false));
    }

    /// @param same whether what the clock runs for was so before
    private static @Nullable SlaClock kept(
            @Nullable SlaClock clock, boolean same, boolean runs, Instant now, boolean onHold) {
        if (!runs) {
            return null;
        }
        return same ? clock : SlaClock.from(now, onHold);
    }

    private static boolean awaitsResponse(DealState state) {
        return stage(state) == Stage.PROSPECTING
                && state instanceof DealState.Known known
                && known.dossier().holder().role() == Role.SALES_REPRESENTATIVE
                && known.dossier().progress().lastInteraction() == null;
    }

    private static boolean spokenAfterTheClose(DealEvent event) {
        return event instanceof InteractionLogged || event instanceof OnboardingStarted;
    }

    static @Nullable Stage stage(DealState state) {
        return switch (state) {
            case DealState.Open open -> open.stage();
            case OnHold resting -> resting.held().stage();
            case Unknown _, Nurturing _, DealState.Past _ -> null;
        };
    }

    private SlaClocks each(UnaryOperator<SlaClock> change) {
        return new SlaClocks(
                firstResponse == null ? null : change.apply(firstResponse),
                stage == null ? null : change.apply(stage),
                firstContact == null ? null : change.apply(firstContact));
    }

    private static @Nullable SlaClock ranOut(@Nullable SlaClock clock) {
        return clock == null ? null : clock.ranOut();
    }
}
