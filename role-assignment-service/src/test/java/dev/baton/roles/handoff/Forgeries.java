package dev.baton.roles.handoff;

import static dev.baton.cli.proof.Fault.ALTERED;
import static dev.baton.cli.proof.Fault.CAPACITY_EXCEEDED;
import static dev.baton.cli.proof.Fault.ENDED_EARLY;
import static dev.baton.cli.proof.Fault.FOREIGN;
import static dev.baton.cli.proof.Fault.GAP;
import static dev.baton.cli.proof.Fault.GAP_IN_TIME;
import static dev.baton.cli.proof.Fault.LOG_HOLE;
import static dev.baton.cli.proof.Fault.NOT_HANDED_OVER;
import static dev.baton.cli.proof.Fault.NO_ACCEPTANCE;
import static dev.baton.cli.proof.Fault.NO_CAUSE;
import static dev.baton.cli.proof.Fault.NO_PLACE;
import static dev.baton.cli.proof.Fault.NO_SUCH_PLACE;
import static dev.baton.cli.proof.Fault.OLD_EPOCH;
import static dev.baton.cli.proof.Fault.OTHER_THAN_DECIDED;
import static dev.baton.cli.proof.Fault.OVERLAP_IN_TIME;
import static dev.baton.cli.proof.Fault.PLACE_LEFT;
import static dev.baton.cli.proof.Fault.PLACE_WHILE_AWAY;
import static dev.baton.cli.proof.Fault.SECOND_OFFER;
import static dev.baton.cli.proof.Fault.SECOND_PLACE;
import static dev.baton.cli.proof.Fault.SKIPPED_EPOCH;
import static dev.baton.cli.proof.Fault.STILL_HELD;
import static dev.baton.cli.proof.Fault.TWO_HOLDERS;
import static dev.baton.cli.proof.Fault.UNFOUNDED_OVERRIDE;
import static dev.baton.cli.proof.Fault.UNKNOWN_TO_ROLES;
import static dev.baton.cli.proof.Fault.UNRECOGNISED;
import static dev.baton.cli.proof.Fault.WRONG_RECOGNITION;
import static dev.baton.cli.proof.Fault.WRONG_TIME;
import static dev.baton.roles.handoff.ForgedHoldings.OPENED;
import static dev.baton.roles.handoff.ForgedHoldings.TRANSFER;
import static dev.baton.roles.handoff.Forgery.forgery;

import dev.baton.contract.Sources;
import dev.baton.roles.handoff.Forger.Forged;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a proof that can fail has to find: every kind of forgery, and the faults that tell of it.
final class Forgeries {
    private Forgeries() {}

    static final List<Forgery> ALL = List.of(
            forgery("an acceptance is dropped", ForgedOffers::dropAcceptance, NO_ACCEPTANCE),
            forgery("an offer is dropped", ForgedOffers::dropOffer, NO_ACCEPTANCE),
            forgery("a decision is dropped", ForgedOffers::dropDecision, OTHER_THAN_DECIDED),
            // who holds it
            forgery(
                    "a hand-off is dropped",
                    drop(TRANSFER),
                    TWO_HOLDERS,
                    SKIPPED_EPOCH,
                    WRONG_RECOGNITION,
                    UNRECOGNISED,
                    NOT_HANDED_OVER,
                    NO_PLACE,
                    PLACE_LEFT,
                    OLD_EPOCH),
            forgery("a hand-off is there twice", twice(TRANSFER), OLD_EPOCH, TWO_HOLDERS, NO_ACCEPTANCE),
            forgery("a beginning is dropped", ForgedHoldings::dropBeginning, GAP),
            forgery("a beginning is there twice", twice(OPENED), TWO_HOLDERS),
            forgery("a deal begins with another", forger -> ForgedHoldings.give(forger, OPENED, "holder"), TWO_HOLDERS),
            forgery("a hand-off goes to another", ForgedHoldings::giveAccepted, NO_ACCEPTANCE),
            forgery(
                    "a hand-off comes from another",
                    forger -> ForgedHoldings.give(forger, TRANSFER, "from"),
                    TWO_HOLDERS),
            forgery(
                    "everything of a hand-off goes to another",
                    ForgedOffers::giveAll,
                    OTHER_THAN_DECIDED,
                    NO_PLACE,
                    PLACE_LEFT,
                    TWO_HOLDERS),
            forgery(
                    "an end is another's",
                    forger -> ForgedHoldings.give(forger, "responsibility-ended", "holder"),
                    TWO_HOLDERS),
            forgery("a second holder appears", ForgedHoldings::secondHolder, TWO_HOLDERS),
            forgery("an epoch is an old one", forger -> ForgedHoldings.epoch(forger, -1), OLD_EPOCH),
            forgery("an epoch is left out", forger -> ForgedHoldings.epoch(forger, 1), SKIPPED_EPOCH),
            // when, and why
            forgery("a hand-off is later than its cause", ForgedTimes::causedLater, WRONG_TIME),
            forgery("a hand-off is earlier than its cause", ForgedTimes::causedEarlier, WRONG_TIME, OVERLAP_IN_TIME),
            forgery("a manager's order is dated back", ForgedTimes::forcedEarlier, WRONG_TIME, OVERLAP_IN_TIME),
            forgery("a manager's order is dated forward", ForgedTimes::forcedLater, WRONG_TIME),
            forgery("an acceptance is dated back with its hand-off", ForgedTimes::acceptedEarlier, WRONG_TIME),
            forgery("a first holding is later than its deal", later(OPENED), GAP_IN_TIME),
            forgery("a first holding is earlier than its deal", earlier(OPENED), WRONG_TIME),
            forgery("an end is later than the close", later("responsibility-ended"), WRONG_TIME),
            forgery("a deal is carried again later than it was reopened", later("responsibility-reopened"), WRONG_TIME),
            forgery("a hand-off has another cause", ForgedTimes::anotherCause, NO_CAUSE),
            // who said yes, and who was asked
            forgery("somebody else says yes", ForgedOffers::yesOfAnother, NO_ACCEPTANCE),
            forgery("a person's yes is called a setting's", ForgedOffers::yesOfASetting, NO_ACCEPTANCE),
            forgery("somebody who is no manager forces", ForgedOffers::forcedByNobody, NO_ACCEPTANCE),
            forgery("somebody forces in a manager's name", ForgedOffers::forcedInTheNameOf, NO_ACCEPTANCE),
            forgery("two offers stand at once", ForgedOffers::secondOffer, SECOND_OFFER),
            forgery("a decision falls on somebody else", ForgedOffers::decideOtherwise, OTHER_THAN_DECIDED),
            forgery("whoever was chosen was not eligible", ForgedOffers::notEligible, OTHER_THAN_DECIDED),
            // places
            forgery("a place is not taken", drop("slot-reserved"), NO_SUCH_PLACE, NO_PLACE),
            forgery("a place is taken after the hand-off", ForgedPlaces::takenAfterwards, NO_PLACE, NO_SUCH_PLACE),
            forgery("a place is not given back", drop("slot-released"), PLACE_LEFT, SECOND_PLACE),
            forgery("a place is given back twice", twice("slot-released"), NO_SUCH_PLACE),
            forgery("a place is taken twice", twice("slot-reserved"), SECOND_PLACE),
            forgery("a place is taken beyond capacity", ForgedPlaces::beyondCapacity, CAPACITY_EXCEEDED),
            forgery("an override is made up", ForgedPlaces::madeUpOverride, UNFOUNDED_OVERRIDE),
            forgery("whoever takes a place was away", ForgedPlaces::takenWhileAway, PLACE_WHILE_AWAY),
            // the end of a deal
            forgery("a deal that is over keeps its holder", drop("responsibility-ended"), STILL_HELD, TWO_HOLDERS),
            forgery("a merged deal keeps its holder", ForgedHoldings::mergedKeepsHolder, STILL_HELD),
            forgery("a deal that goes on loses its holder", ForgedHoldings::endedEarly, ENDED_EARLY),
            forgery("a reopened deal gets nobody", drop("responsibility-reopened"), GAP),
            // the two logs
            forgery("the deal does not hear of its holder", ForgedHoldings::dropRecognition, UNRECOGNISED),
            forgery(
                    "the deal hears of another holder",
                    forger -> ForgedHoldings.give(forger, "holder-recognised", "holder"),
                    WRONG_RECOGNITION),
            forgery("the deal's own log says otherwise", Forgeries::otherwiseInDeals, ALTERED),
            forgery("the end of the deals' log is cut off", forger -> Optional.of(forger.cutDeals(3)), LOG_HOLE),
            forgery("the end of the relay's log is cut off", Forgeries::cutRoles, UNKNOWN_TO_ROLES),
            forgery("somebody else writes into the log", Forgeries::foreign, FOREIGN));

    private static Function<Forger, Optional<Forged>> drop(String name) {
        return forger -> forger.find(name).map(forger::remove);
    }

    private static Function<Forger, Optional<Forged>> twice(String name) {
        return forger -> forger.find(name).map(row -> forger.insertAfter(row, Rewritten.another(row, name)));
    }

    private static Function<Forger, Optional<Forged>> later(String name) {
        return forger -> ForgedTimes.later(forger, forger.find(name));
    }

    private static Function<Forger, Optional<Forged>> earlier(String name) {
        return forger -> ForgedTimes.earlier(forger, forger.find(name));
    }

    private static Optional<Forged> otherwiseInDeals(Forger forger) {
        return forger.find("closed")
                .map(row -> forger.changeInDeals(row, data -> data.put("reason", "something else")));
    }

    private static Optional<Forged> cutRoles(Forger forger) {
        return forger.last(row -> row.source().equals(Sources.DEAL_SERVICE)).map(forger::cutFrom);
    }

    private static Optional<Forged> foreign(Forger forger) {
        return forger.find(TRANSFER).map(row -> forger.from(row, "mallory"));
    }
}
