package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.roles.handoff.Leg.Stage;
import java.time.Instant;
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
/// @param over why nobody carries the deal any more; absent while somebody does
/// @param onHold since when the deal rests: nobody is asked meanwhile
/// @param effort what the deal asks of its holder; absent also in sagas that began before it was kept
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
        @Nullable Rehoming rehoming,
        @Nullable EndCause over,
        @Nullable Instant onHold,
        @Nullable Effort effort) {

    /// What routing needs to know of the deal: as it was found, and as it was corrected since.
    ///
    /// @param language absent also in sagas that began before it was kept
    /// @param customer by id; absent also in sagas that began before it was kept
    public record Lead(
            String pipeline,
            @Nullable String territory,
            @Nullable String product,
            @Nullable String language,
            @Nullable String customer) {
        public static final Lead UNKNOWN = new Lead("", null, null, null, null);

        public static Lead of(LeadFound found) {
            Customer customer = found.customer();
            return new Lead(
                    found.pipeline(),
                    found.territory(),
                    found.product(),
                    customer == null ? null : customer.language(),
                    customer == null ? null : customer.id());
        }

        public Lead corrected(AssignmentCorrected as) {
            Customer whose = as.customer();
            return new Lead(
                    pipeline,
                    as.territory() == null ? territory : as.territory(),
                    as.product() == null ? product : as.product(),
                    whose == null ? language : whose.language(),
                    whose == null ? customer : whose.id());
        }
    }

    static HandOff begin(String deal, LeadFound found, Holding first) {
        HandOff begun = new HandOff(
                deal,
                Lead.of(found),
                EnumSet.of(Stage.FOUND),
                firstLeg(found).ordinal(),
                Map.of(),
                Map.of(),
                first,
                Search.FRESH,
                0,
                null,
                null,
                null,
                Effort.USUAL);
        return begun.held(first).wishing(found.requestedHolder());
    }

    /// A customer who renews or buys more is qualified already: nobody has to find out whether there is a lead.
    private static Leg firstLeg(LeadFound found) {
        ReturnBusiness origin = found.origin();
        return origin == null || origin.kind() == ReturnBusiness.Kind.WIN_BACK ? Leg.REPRESENTATIVE : Leg.EXECUTIVE;
    }

    /// What is to be done now.
    Next next() {
        if (over != null || walked >= Leg.values().length || !due() || search.offer() != null) {
            return Next.REST;
        }
        if (rests()) {
            return Next.REST;
        }
        if (holding.holder().role() == leg().role() && !holderGone()) {
            return Next.SKIP;
        }
        if (!waits()) {
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

    /// Whether it goes on only when something happens elsewhere.
    boolean waits() {
        return search.waits() || lacks();
    }

    /// Whether support is not asked, since its package is not complete.
    boolean lacks() {
        return search.lacking() != null
                && walked < Leg.values().length
                && leg() == Leg.SUPPORT
                && Leg.SUPPORT.due(stages);
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
        return walked < Leg.values().length
                && leg() == Leg.EXECUTIVE
                && rehoming == null
                && !stages.contains(Stage.NEGOTIATED)
                && !Leg.SUPPORT.due(stages);
    }

    /// Whether support is to take the deal with its package, now or after somebody else: a customer whom nobody in
    /// support can look after any more comes without one.
    boolean handsPackage() {
        return walked < Leg.values().length
                && Leg.SUPPORT.due(stages)
                && holding.holder().role() != Leg.SUPPORT.role()
                && (rehoming == null || rehoming.leg() != Leg.SUPPORT);
    }

    /// Whether the deal has reached what the leg after this one begins with, and that leg can begin.
    boolean overtaken() {
        return walked + 1 < Leg.values().length
                && Leg.values()[walked + 1].due(stages)
                && (search.lacking() == null || Leg.values()[walked + 1] != Leg.SUPPORT);
    }

    HandOff reaching(Stage stage) {
        EnumSet<Stage> more = EnumSet.copyOf(stages);
        more.add(stage);
        return at(more, walked);
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
                        rehoming,
                        over,
                        onHold,
                        effort);
    }

    HandOff corrected(AssignmentCorrected as) {
        return new HandOff(
                deal,
                lead.corrected(as),
                stages,
                walked,
                wishes,
                earlier,
                holding,
                search,
                offers,
                rehoming,
                over,
                onHold,
                effort);
    }

    HandOff searching(Search now) {
        return new HandOff(
                deal, lead, stages, walked, wishes, earlier, holding, now, offers, rehoming, over, onHold, effort);
    }

    /// Whether it is support's turn to take the deal with its package.
    boolean offersPackage() {
        return handsPackage() && leg() == Leg.SUPPORT;
    }

    /// Support refuses the package. Whoever else is looked for before it is looked for all the same.
    HandOff without(String what) {
        return searching(offersPackage() ? search.without(what) : search.lacking(what));
    }

    /// Nothing is missing any more.
    HandOff complete() {
        return searching((lacks() ? search.undecided() : search).complete());
    }

    HandOff offering(Offer made) {
        return new HandOff(
                deal,
                lead,
                stages,
                walked,
                wishes,
                earlier,
                holding,
                search.offering(made),
                offers + 1,
                rehoming,
                over,
                onHold,
                effort);
    }

    /// An offer was made that led to this holding at once.
    HandOff offered(Holding next) {
        return next.epoch() == holding.epoch() ? this : offering(Offer.of(this, next.holder()));
    }

    /// Who is in support has taken the package as it was.
    HandOff held(Holding next) {
        Map<Role, String> more =
                with(earlier, next.holder().role(), next.holder().member());
        Search still = next.holder().role() == Leg.SUPPORT.role() ? search.complete() : search;
        return new HandOff(
                deal, lead, stages, walked, wishes, more, next, still, offers, rehoming, over, onHold, effort);
    }

    /// The lead is none after all: its finder keeps it until it is qualified anew.
    HandOff returned() {
        return at(EnumSet.of(Stage.FOUND), walked).searching(Search.FRESH);
    }

    /// It has come only so far after all, with whoever holds it: because it is theirs, or because a manager, whose
    /// word is still to be heard, has settled who carries it.
    HandOff setBack(Set<Stage> reached) {
        Leg own = Leg.of(holding.holder().role());
        int behind = Math.min(behind(reached), own == null ? Leg.values().length : own.ordinal() + 1);
        return at(EnumSet.copyOf(reached), behind).walkedTo(behind).asking(Effort.USUAL);
    }

    /// The leg is walked once more.
    ///
    /// @param credit who keeps it, whoever takes the deal over
    HandOff leaving(Leg again, TransferCause cause, @Nullable Holder credit) {
        Rehoming begun = new Rehoming(holding.epoch(), again, cause, credit);
        return new HandOff(
                deal,
                lead,
                stages,
                again.ordinal(),
                wishes,
                earlier,
                holding,
                search.afresh(),
                offers,
                begun,
                over,
                onHold,
                effort);
    }

    /// @param since absent when it goes on
    HandOff resting(@Nullable Instant since) {
        return new HandOff(
                deal, lead, stages, walked, wishes, earlier, holding, search, offers, rehoming, over, since, effort);
    }

    /// The present leg is behind.
    HandOff walkedOn() {
        return walkedTo(walked + 1);
    }

    /// A manager's word settles the legs up to the new holder's own; one after it, to which a colleague of the old
    /// holder's hands on all the same, goes on. Who stands in, on any leg, settles the one that is under way, but
    /// support's only for as long as they have the deal themselves.
    HandOff settledBy(Holding forced) {
        boolean underWay = walked < Leg.values().length && due();
        Leg own = Leg.of(forced.holder().role());
        int settled = own == null ? (underWay ? walked + 1 : walked) : own.ordinal() + 1;
        boolean passedOn = own != null && Leg.of(holding.holder().role()) == null;
        int behind = passedOn ? Math.min(walked, Leg.SUPPORT.ordinal()) : walked;
        return held(forced).walkedTo(Math.max(behind, settled));
    }

    /// What the deal asks of its holder is otherwise now.
    HandOff asking(Effort now) {
        return new HandOff(
                deal, lead, stages, walked, wishes, earlier, holding, search, offers, rehoming, over, onHold, now);
    }

    Effort asks() {
        return effort == null ? Effort.USUAL : effort;
    }

    /// Back with somebody, as far as the deal has come: the legs up to theirs are behind, those after it to come.
    HandOff backWith(Holding back, Set<Stage> reached) {
        Leg own = Leg.of(back.holder().role());
        int behind = own == null ? behind(reached) : own.ordinal() + 1;
        return held(back).at(EnumSet.copyOf(reached), behind).walkedTo(behind);
    }

    private static int behind(Set<Stage> reached) {
        int behind = 0;
        while (behind < Leg.values().length && Leg.values()[behind].due(reached)) {
            behind++;
        }
        return behind;
    }

    HandOff ended(EndCause cause) {
        return new HandOff(
                deal, lead, stages, walked, wishes, earlier, holding, Search.FRESH, offers, null, cause, null, effort);
    }

    /// Somebody carries it again; whoever wished for somebody wished for the attempt before.
    HandOff reopened(Holding next, Set<Stage> reached) {
        HandOff open = new HandOff(
                deal,
                lead,
                stages,
                walked,
                Map.of(),
                earlier,
                holding,
                Search.FRESH,
                offers,
                null,
                null,
                null,
                Effort.USUAL);
        return open.backWith(next, reached);
    }

    /// @param known whether its holder has a place for it
    public HandOff placed(boolean known) {
        Holding same = new Holding(holding.holder(), holding.epoch(), holding.since(), known, holding.credit());
        return new HandOff(
                deal, lead, stages, walked, wishes, earlier, same, search, offers, rehoming, over, onHold, effort);
    }

    private HandOff heldSince(Instant since) {
        Holding same = new Holding(holding.holder(), holding.epoch(), since, holding.placed(), holding.credit());
        return new HandOff(
                deal, lead, stages, walked, wishes, earlier, same, search, offers, rehoming, over, onHold, effort);
    }

    /// The same, whether or not it has been walked past what is behind anyway, and without what does not matter once
    /// the deal is over, nor what a package lacks before it is support's turn: sagas used to forget that when the
    /// holder changed, and then asked support, which the log says.
    public HandOff plain() {
        HandOff skipped = HandOffHistory.skipped(this);
        Search plain = skipped.search().plain();
        HandOff known =
                skipped.searching(skipped.lacks() ? plain : plain.complete()).asking(asks());
        return over == null ? known : known.placed(false).asking(Effort.USUAL).heldSince(Instant.EPOCH);
    }

    private HandOff walkedTo(int legs) {
        Rehoming still = holderGone() ? rehoming : null;
        Search anew = search.afresh();
        return new HandOff(
                deal, lead, stages, legs, wishes, earlier, holding, anew, offers, still, over, onHold, effort);
    }

    /// What is not won, or not any more, has no package.
    private HandOff at(Set<Stage> reached, int legs) {
        Search still = Leg.SUPPORT.due(reached) ? search : search.complete();
        return new HandOff(
                deal, lead, reached, legs, wishes, earlier, holding, still, offers, rehoming, over, onHold, effort);
    }

    private static Map<Role, String> with(Map<Role, String> entries, Role role, String member) {
        EnumMap<Role, String> more = new EnumMap<>(Role.class);
        more.putAll(entries);
        more.put(role, member);
        return more;
    }
}
