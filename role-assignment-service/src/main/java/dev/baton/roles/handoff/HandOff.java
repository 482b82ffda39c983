package dev.baton.roles.handoff;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.roles.handoff.Leg.Stage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far one deal's relay has come: what the saga remembers between two events.
///
/// @param stages what the deal has reached, in whatever order it was told
/// @param walked how many legs are behind
/// @param wishes whom somebody asked for, per role, until its leg comes
/// @param earlier who held the deal last, per role
/// @param search of the present leg
/// @param offers how many offers were made for the deal, so that each has a name of its own
/// @param rehoming when the leg is walked once more, since its holder cannot carry the deal any more
public record HandOff(
        String deal,
        Lead lead,
        Set<Stage> stages,
        int walked,
        Map<Role, String> wishes,
        Map<Role, String> earlier,
        Holding holding,
        Search search,
        int offers,
        @Nullable Rehoming rehoming) {

    /// What routing needs to know of the deal.
    public record Lead(
            String pipeline,
            @Nullable String territory,
            @Nullable String product) {}

    static HandOff begin(String deal, LeadFound found, Holding first) {
        Lead lead = new Lead(found.pipeline(), found.territory(), found.product());
        int behind = firstLeg(found).ordinal();
        HandOff begun = new HandOff(
                deal, lead, EnumSet.of(Stage.FOUND), behind, Map.of(), Map.of(), first, Search.FRESH, 0, null);
        return begun.held(first).wishing(found.requestedHolder());
    }

    /// A customer who renews or buys more is qualified already: nobody has to find out whether there is a lead.
    private static Leg firstLeg(LeadFound found) {
        ReturnBusiness origin = found.origin();
        return origin == null || origin.kind() == ReturnBusiness.Kind.WIN_BACK ? Leg.REPRESENTATIVE : Leg.EXECUTIVE;
    }

    /// What is to be done now.
    Next next() {
        if (walked == Leg.values().length || !due() || search.offer() != null) {
            return Next.REST;
        }
        if (holding.holder().role() == leg().role() && !holderGone()) {
            return Next.SKIP;
        }
        if (!search.waits()) {
            return Next.ASSIGN;
        }
        return overtaken() ? Next.PASS_OVER : Next.REST;
    }

    enum Next {
        /// Nothing until the next event.
        REST,
        /// The holder has the leg's role already.
        SKIP,
        ASSIGN,
        /// Nobody could take it, and the deal has moved on.
        PASS_OVER
    }

    private boolean due() {
        return leg().due(stages) || rehoming != null && rehoming.leg() == leg();
    }

    Leg leg() {
        return Leg.values()[walked];
    }

    /// Whether somebody else has to carry the deal before anything else.
    boolean holderGone() {
        return rehoming != null && rehoming.epoch() == holding.epoch();
    }

    TransferCause cause() {
        return rehoming == null ? leg().cause(stages) : rehoming.cause();
    }

    /// Whether whoever is offered the leg may still say that it is none.
    boolean returnable() {
        return leg() == Leg.EXECUTIVE && rehoming == null && !stages.contains(Stage.NEGOTIATED) && !overtaken();
    }

    /// Whether the deal has reached what the leg after this one begins with.
    boolean overtaken() {
        return walked + 1 < Leg.values().length && Leg.values()[walked + 1].due(stages);
    }

    HandOff reaching(Stage stage) {
        EnumSet<Stage> more = EnumSet.copyOf(stages);
        more.add(stage);
        return new HandOff(deal, lead, more, walked, wishes, earlier, holding, search, offers, rehoming);
    }

    HandOff wishing(@Nullable RequestedHolder wish) {
        return wish == null
                ? this
                : new HandOff(
                        deal,
                        lead,
                        stages,
                        walked,
                        with(wishes, wish.role(), wish.member()),
                        earlier,
                        holding,
                        search,
                        offers,
                        rehoming);
    }

    HandOff searching(Search now) {
        return new HandOff(deal, lead, stages, walked, wishes, earlier, holding, now, offers, rehoming);
    }

    HandOff offering(Offer made) {
        return new HandOff(
                deal, lead, stages, walked, wishes, earlier, holding, search.offering(made), offers + 1, rehoming);
    }

    HandOff held(Holding next) {
        Map<Role, String> more =
                with(earlier, next.holder().role(), next.holder().member());
        return new HandOff(deal, lead, stages, walked, wishes, more, next, search, offers, rehoming);
    }

    /// The lead is none after all: its finder keeps it until it is qualified anew.
    HandOff returned() {
        return new HandOff(
                deal, lead, EnumSet.of(Stage.FOUND), walked, wishes, earlier, holding, Search.FRESH, offers, rehoming);
    }

    /// The leg is walked once more.
    HandOff leaving(Leg again, TransferCause cause) {
        return new HandOff(
                deal,
                lead,
                stages,
                again.ordinal(),
                wishes,
                earlier,
                holding,
                Search.FRESH,
                offers,
                new Rehoming(holding.epoch(), again, cause));
    }

    /// The present leg is behind.
    HandOff walkedOn() {
        return walkedTo(walked + 1);
    }

    /// A manager's word settles the leg that is under way, and those before the new holder's own.
    HandOff settledBy(Holding forced) {
        boolean underWay = walked < Leg.values().length && due();
        int behind = underWay ? walked + 1 : walked;
        Leg own = Leg.of(forced.holder().role());
        return held(forced).walkedTo(own == null ? behind : Math.max(behind, own.ordinal() + 1));
    }

    private HandOff walkedTo(int legs) {
        Rehoming still = holderGone() ? rehoming : null;
        return new HandOff(deal, lead, stages, legs, wishes, earlier, holding, Search.FRESH, offers, still);
    }

    private static Map<Role, String> with(Map<Role, String> entries, Role role, String member) {
        EnumMap<Role, String> more = new EnumMap<>(Role.class);
        more.putAll(entries);
        more.put(role, member);
        return more;
    }
}
