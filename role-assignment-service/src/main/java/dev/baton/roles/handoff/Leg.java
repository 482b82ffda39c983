package dev.baton.roles.handoff;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The legs of the relay, in the order in which they are walked.
public enum Leg {
    REPRESENTATIVE(Role.SALES_REPRESENTATIVE, Stage.FOUND),
    EXECUTIVE(Role.ACCOUNT_EXECUTIVE, Stage.QUALIFIED),
    SUPPORT(Role.CUSTOMER_SUPPORT_REPRESENTATIVE, Stage.WON);

    private final Role role;
    private final Stage from;

    Leg(Role role, Stage from) {
        this.role = role;
        this.from = from;
    }

    /// With which the relay begins. A customer who renews or buys more is qualified already: nobody has to find out
    /// whether there is a lead.
    static Leg first(LeadFound found) {
        ReturnBusiness origin = found.origin();
        return origin == null || origin.kind() == ReturnBusiness.Kind.WIN_BACK ? REPRESENTATIVE : EXECUTIVE;
    }

    /// How many legs are behind when a deal has come so far.
    static int behind(Collection<Stage> seen) {
        int behind = 0;
        while (behind < values().length && values()[behind].due(seen)) {
            behind++;
        }
        return behind;
    }

    /// The leg that is walked in this role; none for a steward, who stands in on any.
    static @Nullable Leg of(Role role) {
        for (Leg leg : values()) {
            if (leg.role == role) {
                return leg;
            }
        }
        return null;
    }

    Role role() {
        return role;
    }

    boolean due(Collection<Stage> seen) {
        return seen.stream().anyMatch(stage -> stage.compareTo(from) >= 0);
    }

    /// The first of the stages seen that made the leg due.
    TransferCause cause(Collection<Stage> seen) {
        return seen.stream()
                .filter(stage -> stage.compareTo(from) >= 0)
                .min(Stage::compareTo)
                .orElseThrow()
                .cause();
    }

    /// How far a deal has come, as far as the relay is concerned.
    public enum Stage {
        FOUND(TransferCause.LEAD_FOUND),
        QUALIFIED(TransferCause.LEAD_QUALIFIED),
        NEGOTIATED(TransferCause.NEGOTIATED),
        WON(TransferCause.CLOSED_WON);

        /// What a deal has reached that stands there.
        static Set<Stage> reachedAt(dev.baton.contract.deal.Stage open) {
            return switch (open) {
                case PROSPECTING -> EnumSet.of(FOUND);
                case QUALIFIED, NEGOTIATING -> EnumSet.of(FOUND, QUALIFIED);
                case AGREED -> EnumSet.of(FOUND, QUALIFIED, NEGOTIATED);
            };
        }

        private final TransferCause cause;

        Stage(TransferCause cause) {
            this.cause = cause;
        }

        TransferCause cause() {
            return cause;
        }
    }
}
