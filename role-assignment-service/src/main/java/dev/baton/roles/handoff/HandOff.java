package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.roles.handoff.Leg.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far one deal's relay has come: what the saga remembers between two events, flat as it is stored. What it
/// means, and how it changes, is told by its parts: the [Course], the [Search], the [Preferences], and by whose [Turn]
/// it is.
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
        Course begun = Course.begin(found, first);
        return of(deal, Lead.of(found), begun, Preferences.NONE, Search.FRESH, 0, Effort.USUAL)
                .held(first)
                .wishing(found.requestedHolder());
    }

    // --- its parts -------------------------------------------------------------------------------------------------

    private static HandOff of(
            String deal, Lead lead, Course at, Preferences whom, Search search, int offers, @Nullable Effort effort) {
        return new HandOff(
                deal,
                lead,
                at.stages(),
                at.walked(),
                whom.wishes(),
                whom.earlier(),
                at.holding(),
                search,
                offers,
                at.rehoming(),
                at.over(),
                at.onHold(),
                effort);
    }

    Course course() {
        return new Course(stages, walked, holding, rehoming, over, onHold);
    }

    Turn turn() {
        return new Turn(course(), search);
    }

    private Preferences preferences() {
        return new Preferences(wishes, earlier);
    }

    private HandOff on(Course now, Search still) {
        return of(deal, lead, now, preferences(), still, offers, effort);
    }

    private HandOff on(Course now) {
        return on(now, search);
    }

    /// What is not won, or not any more, has no package.
    private HandOff reaching(Course now) {
        return on(now, Leg.SUPPORT.due(now.stages()) ? search : search.complete());
    }

    private HandOff preferring(Preferences whom) {
        return of(deal, lead, course(), whom, search, offers, effort);
    }

    // --- the deal --------------------------------------------------------------------------------------------------

    HandOff corrected(AssignmentCorrected as) {
        return of(deal, lead.corrected(as), course(), preferences(), search, offers, effort);
    }

    HandOff wishing(@Nullable RequestedHolder wish) {
        return wish == null ? this : preferring(preferences().wishing(wish));
    }

    /// What the deal asks of its holder is otherwise now.
    HandOff asking(Effort now) {
        return of(deal, lead, course(), preferences(), search, offers, now);
    }

    Effort asks() {
        return effort == null ? Effort.USUAL : effort;
    }

    // --- the search ------------------------------------------------------------------------------------------------

    HandOff searching(Search now) {
        return on(course(), now);
    }

    /// Everybody may be asked again.
    private HandOff afresh() {
        return searching(search.afresh());
    }

    /// Support refuses the package. Whoever else is looked for before it is looked for all the same.
    HandOff without(String what) {
        return searching(course().offersPackage() ? search.without(what) : search.lacking(what));
    }

    /// Nothing is missing any more.
    HandOff complete() {
        return searching((turn().lacks() ? search.undecided() : search).complete());
    }

    HandOff offering(Offer made) {
        return of(deal, lead, course(), preferences(), search.offering(made), offers + 1, effort);
    }

    /// An offer was made that led to this holding at once.
    HandOff offered(Holding next) {
        return next.epoch() == holding.epoch() ? this : offering(Offer.of(this, next.holder()));
    }

    // --- the course ------------------------------------------------------------------------------------------------

    HandOff reaching(Stage stage) {
        return reaching(course().reaching(stage));
    }

    /// Who is in support has taken the package as it was.
    HandOff held(Holding next) {
        Search still = next.holder().role() == Leg.SUPPORT.role() ? search.complete() : search;
        return on(course().heldAs(next), still).preferring(preferences().heldBy(next.holder()));
    }

    HandOff walkedOn() {
        return on(course().walkedOn()).afresh();
    }

    HandOff settledBy(Holding forced) {
        return held(forced).on(course().settledBy(forced)).afresh();
    }

    HandOff leaving(Leg again, TransferCause cause, @Nullable Holder credit) {
        return on(course().leaving(again, cause, credit)).afresh();
    }

    /// Its finder keeps it until it is qualified anew.
    HandOff returned() {
        return on(course().returned(), Search.FRESH);
    }

    HandOff setBack(Set<Stage> reached) {
        return reaching(course().setBack(reached)).afresh().asking(Effort.USUAL);
    }

    HandOff backWith(Holding back, Set<Stage> reached) {
        return held(back).reaching(course().backWith(back, reached)).afresh();
    }

    /// @param since absent when it goes on
    HandOff resting(@Nullable Instant since) {
        return on(course().resting(since));
    }

    HandOff ended(EndCause cause) {
        return on(course().ended(cause), Search.FRESH);
    }

    /// Somebody carries it again.
    HandOff reopened(Holding next, Set<Stage> reached) {
        return on(course().reopened(), Search.FRESH)
                .preferring(preferences().withoutWishes())
                .asking(Effort.USUAL)
                .backWith(next, reached);
    }

    /// @param known whether its holder has a place for it
    public HandOff placed(boolean known) {
        return on(course().heldAs(holding.placed(known)));
    }

    /// The same, whether or not it has been walked past what is behind anyway, and without what does not matter once
    /// the deal is over, nor what a package lacks before it is support's turn: sagas used to forget that when the
    /// holder changed, and then asked support, which the log says.
    public HandOff plain() {
        HandOff skipped = HandOffHistory.skipped(this);
        Search plain = skipped.search().plain();
        HandOff known = skipped.searching(skipped.turn().lacks() ? plain : plain.complete())
                .asking(asks());
        Holding ever = known.holding().placed(false).since(Instant.EPOCH);
        return over == null ? known : known.on(known.course().heldAs(ever)).asking(Effort.USUAL);
    }
}
