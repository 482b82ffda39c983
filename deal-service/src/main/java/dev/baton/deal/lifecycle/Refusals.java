package dev.baton.deal.lifecycle;

import static java.util.stream.Collectors.joining;

import dev.baton.contract.Role;
import dev.baton.deal.lifecycle.ClosingCommand.MergeInto;
import dev.baton.deal.lifecycle.DealRejected.Ground;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Every refusal that the deal knows, with its code.
final class Refusals {

    private Refusals() {}

    static DealRejected notNow(DealState state, PersonsCommand command) {
        return new DealRejected(
                Ground.CONFLICT,
                "not-in-this-state",
                command.commandName() + " is not possible in state " + state.stateName(),
                state.allowed());
    }

    static DealRejected unknownDeal(String deal) {
        return new DealRejected(
                Ground.TOO_EARLY, "unknown-deal", "deal " + deal + " is not known", List.of("lead-found"));
    }

    static DealRejected skipped(Milestone milestone, Collection<Milestone> missing) {
        return new DealRejected(
                Ground.TOO_EARLY,
                "predecessor-missing",
                milestone.wireName() + " came before " + names(missing),
                missing.stream().map(Milestone::wireName).toList());
    }

    static DealRejected alreadyRecorded(Milestone milestone, DealState state) {
        return new DealRejected(
                Ground.CONFLICT,
                "already-recorded",
                milestone.wireName() + " is on record already; the deal is " + state.stateName(),
                List.of());
    }

    static DealRejected contradicted(Milestone milestone, String why) {
        return new DealRejected(
                Ground.CONFLICT, "contradicts-what-followed", milestone.wireName() + " contradicts: " + why, List.of());
    }

    static DealRejected inTheFuture(Instant at, Instant latest) {
        return new DealRejected(
                Ground.UNFIT, "time-in-future", "time " + at + " is in the future", List.of("until " + latest));
    }

    static DealRejected unknownPipeline(String name) {
        return new DealRejected(Ground.UNFIT, "unknown-pipeline", "pipeline '" + name + "' is not known", List.of());
    }

    static DealRejected unansweredCriteria(List<String> criteria) {
        return new DealRejected(
                Ground.UNFIT,
                "criteria-unanswered",
                "evidence is missing for " + String.join(", ", criteria),
                criteria);
    }

    static DealRejected noValue() {
        return new DealRejected(
                Ground.UNFIT, "value-required", "a WON needs a value, and none is known so far", List.of("value"));
    }

    static DealRejected roleRequired(PersonsCommand command, Role... roles) {
        List<String> names = List.of(roles).stream().map(Role::name).toList();
        return new DealRejected(
                Ground.NOT_YOURS,
                "role-required",
                command.commandName() + " needs the role " + String.join(" or ", names),
                names);
    }

    static DealRejected notTheHolder(PersonsCommand command, Dossier dossier) {
        return new DealRejected(
                Ground.NOT_YOURS,
                "not-the-holder",
                command.commandName() + " is for the holder: "
                        + dossier.holder().member() + " as " + dossier.holder().role() + " since epoch "
                        + dossier.epoch(),
                List.of());
    }

    static DealRejected holderNotYetKnown(int told, int known) {
        return new DealRejected(
                Ground.CONFLICT,
                HOLDER_NOT_YET_KNOWN,
                "the deal has recognised epoch " + known + ", not yet " + told,
                List.of(String.valueOf(known)));
    }

    static DealRejected epochPassed(int told, int known) {
        return new DealRejected(
                Ground.CONFLICT,
                "epoch-passed",
                "epoch " + told + " has ended; the deal has recognised epoch " + known,
                List.of(String.valueOf(known)));
    }

    static DealRejected alreadyAccepted(Dossier deal) {
        return new DealRejected(
                Ground.CONFLICT,
                "already-accepted",
                deal.holder().member() + " has accepted the deal as "
                        + deal.holder().role(),
                List.of());
    }

    static DealRejected onHold(PersonsCommand command) {
        return new DealRejected(
                Ground.CONFLICT,
                "on-hold",
                command.commandName() + " has to wait: the deal is on hold",
                List.of("resume"));
    }

    static DealRejected ownRequest(PersonsCommand command, String member) {
        return new DealRejected(
                Ground.NOT_YOURS,
                "own-request",
                command.commandName() + " is for somebody else: nobody approves their own, and " + member + " asked",
                List.of("another SALES_MANAGER"));
    }

    static DealRejected nothingToApprove(PersonsCommand command) {
        return new DealRejected(
                Ground.CONFLICT,
                "nothing-to-approve",
                command.commandName() + ": nobody has asked for it",
                List.of("reverse-close"));
    }

    static DealRejected dayPast(String field, LocalDate day, LocalDate first) {
        return new DealRejected(Ground.UNFIT, "day-past", field + " " + day + " is past", List.of("from " + first));
    }

    static DealRejected beyondLimit(Rule rule, String field, LocalDate day, LocalDate last) {
        return new DealRejected(
                Ground.UNFIT,
                rule.code(),
                field + " " + day + " is beyond the pipeline's limit",
                List.of("until " + last));
    }

    static DealRejected forecastIncomplete(List<String> missing) {
        return new DealRejected(
                Ground.UNFIT,
                "forecast-incomplete",
                "a forecast is submitted with " + String.join(", ", missing),
                List.of("revise-forecast"));
    }

    static DealRejected forecastNotSubmitted() {
        return new DealRejected(
                Ground.CONFLICT,
                "forecast-not-submitted",
                "the holder has submitted no forecast of this deal",
                List.of("submit-forecast"));
    }

    static DealRejected noSurvivor(MergeInto command) {
        return new DealRejected(
                Ground.UNFIT,
                "no-survivor",
                "deal " + command.survivor() + " is not another deal that is on its way",
                List.of("another deal from Prospecting to Agreed, or OnHold"));
    }

    static DealRejected anotherCustomer(MergeInto command) {
        return new DealRejected(
                Ground.UNFIT,
                "another-customer",
                "deal " + command.survivor() + " is not known to be of the same customer",
                List.of("a deal of the same customer"));
    }

    static final String HOLDER_NOT_YET_KNOWN = "holder-not-yet-known";

    private static String names(Collection<Milestone> milestones) {
        return milestones.stream().map(Milestone::wireName).collect(joining(", "));
    }
}
