package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.roles.handoff.Leg.Stage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far a deal has come on its way from hand to hand, and in whose hands it is.
///
/// @param stages what the deal has reached, in whatever order it was told
/// @param walked how many legs are behind
/// @param rehoming when the leg is walked once more, since its holder cannot carry the deal any more
/// @param over why nobody carries the deal any more; absent while somebody does
/// @param onHold since when the deal rests: nobody is asked meanwhile
record Course(
        Set<Stage> stages,
        int walked,
        Holding holding,
        @Nullable Rehoming rehoming,
        @Nullable EndCause over,
        @Nullable Instant onHold) {

    static Course begin(LeadFound found, Holding first) {
        return new Course(EnumSet.of(Stage.FOUND), Leg.first(found).ordinal(), first, null, null, null);
    }

    // --- where it is -----------------------------------------------------------------------------------------------

    /// The present one.
    Leg leg() {
        return Leg.values()[walked];
    }

    /// Whether all legs are behind.
    boolean walkedAll() {
        return walked >= Leg.values().length;
    }

    private boolean isOn(Leg leg) {
        return !walkedAll() && leg() == leg;
    }

    /// Whether the present leg is to be walked by now.
    boolean due() {
        return leg().due(stages) || rehoming != null && rehoming.leg() == leg();
    }

    /// Whether the deal has reached what the leg after this one begins with.
    boolean nextDue() {
        return walked + 1 < Leg.values().length && Leg.values()[walked + 1].due(stages);
    }

    /// Whether it is about who in support takes a deal that is won.
    boolean comesToSupport() {
        return isOn(Leg.SUPPORT) && Leg.SUPPORT.due(stages);
    }

    /// Whether somebody else has to carry the deal before anything else.
    boolean holderGone() {
        return rehoming != null && rehoming.epoch() == holding.epoch();
    }

    /// Nobody is asked, nor waited for, while the deal is on hold with somebody who can carry it.
    boolean rests() {
        return onHold != null && !holderGone();
    }

    TransferCause cause() {
        return rehoming == null ? leg().cause(stages) : rehoming.cause();
    }

    /// Who keeps the credit when somebody takes the deal over now; absent when it goes with the deal.
    @Nullable
    Holder credit() {
        return rehoming == null ? null : rehoming.credit();
    }

    /// Whether whoever is offered the leg may still say that it is none.
    boolean returnable() {
        return isOn(Leg.EXECUTIVE)
                && rehoming == null
                && !stages.contains(Stage.NEGOTIATED)
                && !Leg.SUPPORT.due(stages);
    }

    /// Whether support is to take the deal with its package, now or after somebody else: a customer whom nobody in
    /// support can look after any more comes without one.
    boolean handsPackage() {
        return !walkedAll()
                && Leg.SUPPORT.due(stages)
                && holding.holder().role() != Leg.SUPPORT.role()
                && (rehoming == null || rehoming.leg() != Leg.SUPPORT);
    }

    /// Whether it is support's turn to take the deal with its package.
    boolean offersPackage() {
        return handsPackage() && leg() == Leg.SUPPORT;
    }

    // --- where it goes ---------------------------------------------------------------------------------------------

    Course reaching(Stage stage) {
        EnumSet<Stage> more = EnumSet.copyOf(stages);
        more.add(stage);
        return at(more, walked);
    }

    private Course at(Set<Stage> reached, int legs) {
        return new Course(reached, legs, holding, rehoming, over, onHold);
    }

    Course heldAs(Holding now) {
        return new Course(stages, walked, now, rehoming, over, onHold);
    }

    /// @param since absent when it goes on
    Course resting(@Nullable Instant since) {
        return new Course(stages, walked, holding, rehoming, over, since);
    }

    Course ended(EndCause cause) {
        return new Course(stages, walked, holding, null, cause, null);
    }

    Course reopened() {
        return new Course(stages, walked, holding, null, null, null);
    }

    /// The present leg is behind.
    Course walkedOn() {
        return walkedTo(walked + 1);
    }

    private Course walkedTo(int legs) {
        return new Course(stages, legs, holding, holderGone() ? rehoming : null, over, onHold);
    }

    /// The leg is walked once more.
    ///
    /// @param credit who keeps it, whoever takes the deal over
    Course leaving(Leg again, TransferCause cause, @Nullable Holder credit) {
        Rehoming begun = new Rehoming(holding.epoch(), again, cause, credit);
        return new Course(stages, again.ordinal(), holding, begun, over, onHold);
    }

    /// The lead is none after all: it is to be qualified anew.
    Course returned() {
        return at(EnumSet.of(Stage.FOUND), walked);
    }

    /// It has come only so far after all, with whoever holds it: because it is theirs, or because a manager, whose
    /// word is still to be heard, has settled who carries it.
    Course setBack(Set<Stage> reached) {
        Leg own = Leg.of(holding.holder().role());
        int behind = Math.min(Leg.behind(reached), own == null ? Leg.values().length : own.ordinal() + 1);
        return at(EnumSet.copyOf(reached), behind).walkedTo(behind);
    }

    /// Back with somebody, as far as the deal has come: the legs up to theirs are behind, those after it to come.
    Course backWith(Holding back, Set<Stage> reached) {
        Leg own = Leg.of(back.holder().role());
        int behind = own == null ? Leg.behind(reached) : own.ordinal() + 1;
        return heldAs(back).at(EnumSet.copyOf(reached), behind).walkedTo(behind);
    }

    /// A manager's word settles the legs up to the new holder's own; one after it, to which a colleague of the old
    /// holder's hands on all the same, goes on. Who stands in, on any leg, settles the one that is under way, but
    /// support's only for as long as they have the deal themselves.
    Course settledBy(Holding forced) {
        boolean underWay = !walkedAll() && due();
        Leg own = Leg.of(forced.holder().role());
        int settled = own == null ? (underWay ? walked + 1 : walked) : own.ordinal() + 1;
        boolean passedOn = own != null && Leg.of(holding.holder().role()) == null;
        int behind = passedOn ? Math.min(walked, Leg.SUPPORT.ordinal()) : walked;
        return heldAs(forced).walkedTo(Math.max(behind, settled));
    }
}
