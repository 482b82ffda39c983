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
import static dev.baton.roles.handoff.Forger.another;
import static dev.baton.roles.handoff.Forger.deal;
import static dev.baton.roles.handoff.Forger.name;
import static dev.baton.roles.handoff.Forger.text;
import static dev.baton.roles.handoff.Forger.withData;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.proof.Fault;
import dev.baton.cli.proof.Finding;
import dev.baton.cli.proof.LogEvent;
import dev.baton.contract.testing.Seed;
import dev.baton.roles.handoff.Forger.Forged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Can the proof fail? Honest histories of ten people and a hundred deals are forged, one row at a
/// time, and each kind of forgery must be told for what it is: the fault, the deal, and no earlier
/// than where it was done. `-Dbaton.seed` repeats a run, `-Dbaton.histories` asks for more.
class ForgedHistoryTest {
    private static final int EACH = 4;

    /// What needs a rare situation may not have come by then: more histories are looked through for it, but not for
    /// ever.
    private static final int MOST = 1_000;

    private static final String TRANSFER = "responsibility-transferred";

    private final int histories = Integer.getInteger("baton.histories", Seed.times(10));
    private final long seed = Seed.of(histories + " histories");

    /// @param tells which faults say it
    private record Kind(Set<Fault> tells, Function<Forger, @Nullable Forged> forge) {}

    private static Kind kind(Function<Forger, @Nullable Forged> forge, Fault... tells) {
        return new Kind(Set.of(tells), forge);
    }

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("an acceptance is dropped", kind(ForgedHistoryTest::dropAcceptance, NO_ACCEPTANCE));
        KINDS.put("an offer is dropped", kind(ForgedHistoryTest::dropOffer, NO_ACCEPTANCE));
        KINDS.put("a decision is dropped", kind(ForgedHistoryTest::dropDecision, OTHER_THAN_DECIDED));
        KINDS.put(
                "a hand-off is dropped",
                kind(
                        forger -> drop(forger, TRANSFER),
                        TWO_HOLDERS,
                        SKIPPED_EPOCH,
                        WRONG_RECOGNITION,
                        UNRECOGNISED,
                        NOT_HANDED_OVER,
                        NO_PLACE,
                        PLACE_LEFT,
                        OLD_EPOCH));
        KINDS.put(
                "a hand-off is there twice",
                kind(forger -> twice(forger, TRANSFER), OLD_EPOCH, TWO_HOLDERS, NO_ACCEPTANCE));
        KINDS.put("a beginning is dropped", kind(ForgedHistoryTest::dropBeginning, GAP));
        KINDS.put("a beginning is there twice", kind(forger -> twice(forger, "responsibility-opened"), TWO_HOLDERS));
        KINDS.put(
                "a deal begins with another",
                kind(forger -> hand(forger, "responsibility-opened", "holder"), TWO_HOLDERS));
        KINDS.put("a hand-off goes to another", kind(forger -> hand(forger, "accepted", "to"), NO_ACCEPTANCE));
        KINDS.put("a hand-off comes from another", kind(forger -> hand(forger, TRANSFER, "from"), TWO_HOLDERS));
        KINDS.put(
                "everything of a hand-off goes to another",
                kind(ForgedHistoryTest::handAllToAnother, OTHER_THAN_DECIDED, NO_PLACE, PLACE_LEFT, TWO_HOLDERS));
        KINDS.put("an end is another's", kind(forger -> hand(forger, "responsibility-ended", "holder"), TWO_HOLDERS));
        KINDS.put("a second holder appears", kind(ForgedHistoryTest::secondHolder, TWO_HOLDERS));
        KINDS.put("an epoch is an old one", kind(forger -> epoch(forger, -1), OLD_EPOCH));
        KINDS.put("an epoch is left out", kind(forger -> epoch(forger, 1), SKIPPED_EPOCH));
        KINDS.put(
                "a hand-off is later than its cause",
                kind(forger -> shift(forger, "caused", Duration.ofHours(3)), WRONG_TIME));
        KINDS.put(
                "a hand-off is earlier than its cause",
                kind(forger -> shift(forger, "caused", Duration.ofHours(-3)), WRONG_TIME, OVERLAP_IN_TIME));
        KINDS.put(
                "a manager's order is dated back",
                kind(forger -> shift(forger, "forced", Duration.ofHours(-3)), WRONG_TIME, OVERLAP_IN_TIME));
        KINDS.put(
                "a manager's order is dated forward",
                kind(forger -> shift(forger, "forced", Duration.ofHours(3)), WRONG_TIME));
        KINDS.put(
                "an acceptance is dated back with its hand-off",
                kind(ForgedHistoryTest::dateAcceptanceBack, WRONG_TIME));
        KINDS.put(
                "a first holding is later than its deal",
                kind(forger -> shift(forger, "responsibility-opened", Duration.ofHours(3)), GAP_IN_TIME));
        KINDS.put(
                "a first holding is earlier than its deal",
                kind(forger -> shift(forger, "responsibility-opened", Duration.ofHours(-3)), WRONG_TIME));
        KINDS.put(
                "an end is later than the close",
                kind(forger -> shift(forger, "responsibility-ended", Duration.ofHours(3)), WRONG_TIME));
        KINDS.put(
                "a deal is carried again later than it was reopened",
                kind(forger -> shift(forger, "responsibility-reopened", Duration.ofHours(3)), WRONG_TIME));
        KINDS.put("a hand-off has another cause", kind(ForgedHistoryTest::anotherCause, NO_CAUSE));
        KINDS.put("somebody else says yes", kind(ForgedHistoryTest::yesOfAnother, NO_ACCEPTANCE));
        KINDS.put("a person's yes is called a setting's", kind(ForgedHistoryTest::yesOfASetting, NO_ACCEPTANCE));
        KINDS.put("somebody who is no manager forces", kind(ForgedHistoryTest::forcedByNobody, NO_ACCEPTANCE));
        KINDS.put("somebody forces in a manager's name", kind(ForgedHistoryTest::forcedInTheNameOf, NO_ACCEPTANCE));
        KINDS.put("two offers stand at once", kind(ForgedHistoryTest::secondOffer, SECOND_OFFER));
        KINDS.put("a decision falls on somebody else", kind(ForgedHistoryTest::decideOtherwise, OTHER_THAN_DECIDED));
        KINDS.put("whoever was chosen was not eligible", kind(ForgedHistoryTest::notEligible, OTHER_THAN_DECIDED));
        KINDS.put("a place is not taken", kind(forger -> drop(forger, "slot-reserved"), NO_SUCH_PLACE, NO_PLACE));
        KINDS.put(
                "a place is taken after the hand-off",
                kind(ForgedHistoryTest::placeAfterwards, NO_PLACE, NO_SUCH_PLACE));
        KINDS.put("a place is not given back", kind(forger -> drop(forger, "slot-released"), PLACE_LEFT, SECOND_PLACE));
        KINDS.put("a place is given back twice", kind(forger -> twice(forger, "slot-released"), NO_SUCH_PLACE));
        KINDS.put("a place is taken twice", kind(forger -> twice(forger, "slot-reserved"), SECOND_PLACE));
        KINDS.put("a place is taken beyond capacity", kind(ForgedHistoryTest::beyondCapacity, CAPACITY_EXCEEDED));
        KINDS.put("an override is made up", kind(ForgedHistoryTest::madeUpOverride, UNFOUNDED_OVERRIDE));
        KINDS.put("whoever takes a place was away", kind(ForgedHistoryTest::placeWhileAway, PLACE_WHILE_AWAY));
        KINDS.put(
                "a deal that is over keeps its holder",
                kind(forger -> drop(forger, "responsibility-ended"), STILL_HELD, TWO_HOLDERS));
        KINDS.put("a merged deal keeps its holder", kind(ForgedHistoryTest::mergedKeepsHolder, STILL_HELD));
        KINDS.put("a deal that goes on loses its holder", kind(ForgedHistoryTest::endedEarly, ENDED_EARLY));
        KINDS.put("a reopened deal gets nobody", kind(forger -> drop(forger, "responsibility-reopened"), GAP));
        KINDS.put("the deal does not hear of its holder", kind(ForgedHistoryTest::dropRecognition, UNRECOGNISED));
        KINDS.put(
                "the deal hears of another holder",
                kind(forger -> hand(forger, "holder-recognised", "holder"), WRONG_RECOGNITION));
        KINDS.put("the deal's own log says otherwise", kind(ForgedHistoryTest::otherwiseInDeals, ALTERED));
        KINDS.put("the end of the deals' log is cut off", kind(forger -> forger.cutDeals(3), LOG_HOLE));
        KINDS.put("the end of the relay's log is cut off", kind(ForgedHistoryTest::cutRoles, UNKNOWN_TO_ROLES));
        KINDS.put("somebody else writes into the log", kind(ForgedHistoryTest::foreign, FOREIGN));
    }

    @Tag("random")
    @Test
    void every_kind_of_forgery_is_told_for_what_it_is() {
        List<String> slipped = new ArrayList<>();
        Map<String, Integer> tried = new LinkedHashMap<>();
        for (int history = 0; history < histories; history++) {
            forge(history, KINDS.keySet(), tried, slipped);
        }
        for (int history = histories; history < MOST && tried.size() < KINDS.size(); history++) {
            Set<String> left = new LinkedHashSet<>(KINDS.keySet());
            left.removeAll(tried.keySet());
            forge(history, left, tried, slipped);
        }
        assertThat(slipped).as("seed %d", seed).isEmpty();
        assertThat(tried.keySet()).as("each kind was tried").isEqualTo(KINDS.keySet());
    }

    private void forge(int history, Set<String> names, Map<String, Integer> tried, List<String> slipped) {
        MemoryLog honest = RandomRelayTest.history(seed + history);
        for (int each = 0; each < EACH; each++) {
            Random random = new Random(seed + 31L * history + each);
            for (String name : names) {
                Kind kind = KINDS.get(name);
                Forger forger = new Forger(honest, random);
                Forged forged = kind.forge().apply(forger);
                if (forged != null) {
                    tried.merge(name, 1, Integer::sum);
                    List<Finding> findings = forger.proof().findings();
                    if (!isTold(kind, forged, findings)) {
                        slipped.add("%s: %s: %s".formatted(name, forged, findings));
                    }
                }
            }
        }
    }

    private static boolean isTold(Kind kind, Forged forged, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> kind.tells().contains(finding.fault()))
                .filter(finding -> finding.position() >= forged.position())
                .anyMatch(finding -> isAbout(finding, forged.deal()));
    }

    private static boolean isAbout(Finding finding, String deal) {
        return finding.subject().equals(deal) || (finding.detail() + " ").contains(deal + " ");
    }

    /// Whatever it is: whoever cannot renumber what follows leaves a hole.
    @Test
    void any_row_that_is_removed_doubled_or_swapped_without_renumbering_is_a_hole() {
        MemoryLog honest = RandomRelayTest.history(seed);
        for (int each = 0; each < 20; each++) {
            Random random = new Random(seed + each);
            for (BiFunction<Forger, Integer, Forged> forge : List.<BiFunction<Forger, Integer, Forged>>of(
                    (forger, row) -> forger.remove(row),
                    (forger, row) -> forger.insert(row + 1, forger.at(row)),
                    (forger, row) -> forger.move(row, row + 1))) {
                Forger forger = new Forger(honest, random);
                Forged forged = forge.apply(forger, random.nextInt(forger.size() - 1));
                assertThat(forger.proofOfWhatWasLeft().findings())
                        .as("seed %d, %s", seed + each, forged)
                        .anyMatch(finding ->
                                finding.fault() == LOG_HOLE && Math.abs(finding.position() - forged.position()) <= 1);
            }
        }
    }

    /// What follows from a policy, `what-if` decides again; that nothing was rewritten, the chain
    /// of commits says, which `verify` walks. The proof does not claim either.
    @Test
    void what_the_proof_does_not_claim_to_see() {
        MemoryLog honest = RandomRelayTest.history(seed);
        Map<String, Function<Forger, @Nullable Forged>> unseen = Map.of(
                "the score of a candidate",
                forger -> changed(
                        forger,
                        "assignment-decided",
                        data -> data.withArray("candidates")
                                .forEach(candidate -> ((ObjectNode) candidate).put("score", 17))),
                "the version of the policy",
                forger -> changed(forger, "assignment-decided", data -> data.put("policyVersion", 99)),
                "why a deal waits",
                forger -> changed(forger, "assignment-queued", data -> data.put("reason", "no reason")));
        unseen.forEach((what, forge) -> {
            Forger forger = new Forger(honest, new Random(seed));
            if (forge.apply(forger) != null) {
                assertThat(forger.proof().findings()).as(what).isEmpty();
            }
        });
    }

    private static @Nullable Forged changed(
            Forger forger, String name, java.util.function.Consumer<ObjectNode> change) {
        int row = forger.find(name, any -> true);
        return row < 0 ? null : forger.change(row, change);
    }

    private static @Nullable Forged drop(Forger forger, String name) {
        int row = forger.find(name, any -> true);
        return row < 0 ? null : forger.remove(row);
    }

    private static @Nullable Forged twice(Forger forger, String name) {
        int row = forger.find(name, any -> true);
        return row < 0
                ? null
                : forger.insert(
                        row + 1, another(forger.at(row), name, forger.at(row).subject()));
    }

    private static boolean accepted(LogEvent transfer) {
        return !text(transfer, "acceptance").equals("FORCED");
    }

    /// The offer behind a transfer.
    private static int step(Forger forger, String name) {
        int transfer = forger.find(TRANSFER, ForgedHistoryTest::accepted);
        return transfer < 0 ? -1 : step(forger, forger.at(transfer), name);
    }

    private static int step(Forger forger, LogEvent transfer, String name) {
        return forger.find(
                name,
                event -> event.subject().equals(transfer.subject())
                        && text(event, "offer").equals(text(transfer, "offer")));
    }

    private static @Nullable Forged dropAcceptance(Forger forger) {
        int row = step(forger, "offer-accepted");
        return row < 0 ? null : forger.remove(row);
    }

    private static @Nullable Forged dropOffer(Forger forger) {
        int row = step(forger, "offer-made");
        return row < 0 ? null : forger.remove(row);
    }

    /// Of somebody who has not had the deal before.
    private static int offerToSomebodyNew(Forger forger) {
        return forger.find("offer-made", offer -> {
            int at = Forger.index(offer);
            String to = offer.data().path("to").toString();
            return !to.contains("SALES_MANAGER")
                    && forger.last(
                                    at,
                                    before -> before.subject().equals(offer.subject())
                                            && (before.data()
                                                                    .path("to")
                                                                    .toString()
                                                                    .equals(to)
                                                            && name(before).equals(TRANSFER)
                                                    || before.data()
                                                                    .path("holder")
                                                                    .toString()
                                                                    .equals(to)
                                                            && name(before).startsWith("responsibility-")))
                            == null;
        });
    }

    private static int decisionBefore(Forger forger, int offer) {
        LogEvent made = forger.at(offer);
        LogEvent decision = forger.last(
                offer,
                before ->
                        before.subject().equals(made.subject()) && name(before).equals("assignment-decided"));
        return decision == null ? -1 : Forger.index(decision);
    }

    private static @Nullable Forged dropDecision(Forger forger) {
        int offer = offerToSomebodyNew(forger);
        int decision = offer < 0 ? -1 : decisionBefore(forger, offer);
        return decision < 0 ? null : forger.remove(decision);
    }

    private static @Nullable Forged decideOtherwise(Forger forger) {
        int offer = offerToSomebodyNew(forger);
        int decision = offer < 0 ? -1 : decisionBefore(forger, offer);
        return decision < 0 ? null : forger.change(decision, data -> data.put("chosen", "somebody"));
    }

    private static @Nullable Forged notEligible(Forger forger) {
        int decision = forger.find(
                "assignment-decided",
                event -> event.data().hasNonNull("chosen")
                        && event.data()
                                        .path("candidates")
                                        .valueStream()
                                        .filter(candidate ->
                                                candidate.path("eligible").asBoolean())
                                        .count()
                                > 1);
        return decision < 0
                ? null
                : forger.change(
                        decision,
                        data -> data.path("candidates").forEach(candidate -> {
                            if (candidate
                                    .path("member")
                                    .asString()
                                    .equals(data.path("chosen").asString())) {
                                ((ObjectNode) candidate).put("eligible", false);
                            }
                        }));
    }

    /// That has moved afterwards: what is at rest with its first holder is accounted for by its first event.
    private static @Nullable Forged dropBeginning(Forger forger) {
        int row = forger.find(
                "responsibility-opened",
                opened -> forger.after(
                        Forger.index(opened),
                        later -> later.subject().equals(opened.subject())
                                && name(later).equals(TRANSFER)));
        return row < 0 ? null : forger.remove(row);
    }

    private static @Nullable Forged hand(Forger forger, String name, String field) {
        int row = name.equals("accepted")
                ? forger.find(TRANSFER, ForgedHistoryTest::accepted)
                : forger.find(name, any -> true);
        return row < 0 ? null : forger.change(row, data -> ((ObjectNode) data.path(field)).put("member", "mallory"));
    }

    private static @Nullable Forged handAllToAnother(Forger forger) {
        int transfer = forger.find(
                TRANSFER,
                event -> accepted(event)
                        && event.data().path("to").path("role").asString().equals("ACCOUNT_EXECUTIVE"));
        if (transfer < 0) {
            return null;
        }
        LogEvent moved = forger.at(transfer);
        String other = moved.data().path("to").path("member").asString().equals("anna") ? "ben" : "anna";
        Forged first = forger.change(step(forger, moved, "offer-made"), data -> give(data, "to", other));
        int yes = step(forger, moved, "offer-accepted");
        forger.change(yes, data -> give(data, "by", other));
        if (text(forger.at(yes), "acceptance").equals("PERSON")) {
            forger.by(yes, forger.at(yes).cause(), other);
        }
        forger.change(transfer, data -> give(data, "to", other));
        int seen = forger.find(
                "holder-recognised",
                event -> event.subject().equals(moved.subject())
                        && event.data().path("epoch").equals(moved.data().path("epoch")));
        if (seen >= 0) {
            forger.change(seen, data -> give(data, "holder", other));
        }
        return first;
    }

    private static void give(ObjectNode data, String field, String member) {
        ((ObjectNode) data.path(field)).put("member", member);
    }

    private static @Nullable Forged secondHolder(Forger forger) {
        int row = forger.find(TRANSFER, any -> true);
        if (row < 0) {
            return null;
        }
        LogEvent moved = forger.at(row);
        LogEvent again = withData(another(moved, "responsibility-reopened", moved.subject()), data -> {
            data.set("holder", data.path("to").deepCopy());
            give(data, "holder", "mallory");
            data.put("epoch", data.path("epoch").asInt() + 1);
        });
        return forger.insert(row + 1, again);
    }

    private static @Nullable Forged epoch(Forger forger, int by) {
        int row = forger.find(TRANSFER, any -> true);
        return row < 0
                ? null
                : forger.change(
                        row, data -> data.put("epoch", data.path("epoch").asInt() + by));
    }

    private static @Nullable Forged shift(Forger forger, String which, Duration by) {
        int row = switch (which) {
            case "caused" -> forger.find(TRANSFER, event -> !event.cause().isEmpty());
            case "forced" -> forger.find(TRANSFER, event -> event.cause().isEmpty() && !accepted(event));
            default -> forger.find(which, any -> true);
        };
        return row < 0 ? null : forger.retime(row, forger.at(row).time().plus(by));
    }

    private static @Nullable Forged dateAcceptanceBack(Forger forger) {
        int transfer = forger.find(TRANSFER, event -> text(event, "acceptance").equals("PERSON"));
        if (transfer < 0) {
            return null;
        }
        Instant before = forger.at(transfer).time().minus(Duration.ofHours(3));
        Forged first = forger.retime(step(forger, forger.at(transfer), "offer-accepted"), before);
        forger.retime(transfer, before);
        return first;
    }

    private static @Nullable Forged anotherCause(Forger forger) {
        int row = forger.find(TRANSFER, event -> !event.cause().isEmpty());
        return row < 0 ? null : forger.by(row, UUID.randomUUID().toString(), "");
    }

    private static @Nullable Forged yesOfAnother(Forger forger) {
        int transfer = forger.find(TRANSFER, event -> text(event, "acceptance").equals("PERSON"));
        int row = transfer < 0 ? -1 : step(forger, forger.at(transfer), "offer-accepted");
        return row < 0 ? null : forger.by(row, forger.at(row).cause(), "mallory");
    }

    private static @Nullable Forged yesOfASetting(Forger forger) {
        int transfer = forger.find(TRANSFER, event -> text(event, "acceptance").equals("PERSON"));
        if (transfer < 0) {
            return null;
        }
        int yes = step(forger, forger.at(transfer), "offer-accepted");
        forger.by(yes, forger.at(yes).cause(), "");
        Forged first = forger.change(yes, data -> data.put("acceptance", "POLICY"));
        forger.change(transfer, data -> data.put("acceptance", "POLICY"));
        return first;
    }

    private static @Nullable Forged forcedByNobody(Forger forger) {
        int row = forger.find(TRANSFER, event -> !accepted(event));
        return row < 0 ? null : forger.change(row, data -> data.put("by", "anna"));
    }

    private static @Nullable Forged forcedInTheNameOf(Forger forger) {
        int row = forger.find(TRANSFER, event -> text(event, "cause").equals("REASSIGNED"));
        return row < 0 ? null : forger.by(row, forger.at(row).cause(), "anna");
    }

    private static @Nullable Forged secondOffer(Forger forger) {
        int row = forger.find("offer-made", any -> true);
        if (row < 0) {
            return null;
        }
        LogEvent made = forger.at(row);
        return forger.insert(row + 1, withData(another(made, "offer-made", made.subject()), data -> {
            data.put("offer", UUID.randomUUID().toString());
            give(data, "to", "mallory");
        }));
    }

    private static @Nullable Forged placeAfterwards(Forger forger) {
        int transfer = forger.find(
                TRANSFER,
                event -> accepted(event)
                        && !Set.of("CLOSE_REVERSED", "LEAD_RETURNED", "HOLDER_RETURNED")
                                .contains(text(event, "cause")));
        if (transfer < 0) {
            return null;
        }
        LogEvent moved = forger.at(transfer);
        String person = person(moved.data().path("to").path("role").asString()) + "/"
                + moved.data().path("to").path("member").asString();
        LogEvent place = forger.last(
                transfer,
                event -> event.subject().equals(person)
                        && name(event).equals("slot-reserved")
                        && deal(event).equals(moved.subject()));
        boolean before = forger.last(
                        transfer,
                        event -> event.subject().equals(person)
                                && name(event).equals("slot-released")
                                && deal(event).equals(moved.subject()))
                != null;
        return place == null || before ? null : forger.move(Forger.index(place), transfer);
    }

    private static String person(String role) {
        return role.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int ordinaryPlace(Forger forger) {
        return forger.find(
                "slot-reserved",
                event -> !event.data().path("override").asBoolean(false)
                        && !event.subject().startsWith("sales-manager/"));
    }

    private static @Nullable Forged beyondCapacity(Forger forger) {
        int row = ordinaryPlace(forger);
        return row < 0 ? null : forger.change(row, data -> data.put("weight", 1000));
    }

    private static @Nullable Forged madeUpOverride(Forger forger) {
        int row = forger.find(
                "slot-reserved",
                event -> !event.data().path("override").asBoolean(false)
                        && !event.subject().startsWith("sales-manager/")
                        && forger.last(
                                        Forger.index(event),
                                        before -> deal(before).equals(deal(event))
                                                && name(before).startsWith("responsibility-")
                                                && before.data()
                                                        .toString()
                                                        .contains(
                                                                event.subject().replaceFirst(".*/", "")))
                                == null);
        return row < 0 ? null : forger.change(row, data -> data.put("override", true));
    }

    private static @Nullable Forged placeWhileAway(Forger forger) {
        int row = ordinaryPlace(forger);
        if (row < 0) {
            return null;
        }
        LogEvent place = forger.at(row);
        LogEvent away = withData(another(place, "availability-changed", place.subject()), data -> {
            data.removeAll();
            data.put("availability", "ABSENT");
        });
        forger.insert(row, away);
        return new Forged(deal(place), row + 1L);
    }

    private static @Nullable Forged mergedKeepsHolder(Forger forger) {
        int merged = forger.find("deal-merged", any -> true);
        if (merged < 0) {
            return null;
        }
        LogEvent merger = forger.at(merged);
        int end = forger.find(
                "responsibility-ended",
                event -> event.subject().equals(merger.subject())
                        && event.cause().equals(merger.id())
                        && !forger.after(
                                Forger.index(event),
                                later -> later.subject().equals(merger.subject())
                                        && name(later).startsWith("responsibility-")));
        return end < 0 ? null : forger.remove(end);
    }

    private static @Nullable Forged endedEarly(Forger forger) {
        int row = forger.find(
                TRANSFER,
                event -> forger.last(
                                Forger.index(event),
                                before -> before.subject().equals(event.subject())
                                        && Set.of("closed", "lead-disqualified", "deal-merged", "close-reversed")
                                                .contains(name(before)))
                        == null);
        if (row < 0) {
            return null;
        }
        LogEvent moved = forger.at(row);
        return forger.insert(row + 1, withData(another(moved, "responsibility-ended", moved.subject()), data -> {
            data.set("holder", Objects.requireNonNull(data.path("to")).deepCopy());
            data.put("cause", "CLOSED_LOST");
        }));
    }

    private static @Nullable Forged dropRecognition(Forger forger) {
        int row = forger.find(
                "holder-recognised",
                seen -> !forger.after(
                        Forger.index(seen),
                        later -> later.subject().equals(seen.subject())
                                && (name(later).startsWith("responsibility-")
                                        || name(later).equals("holder-recognised"))));
        return row < 0 ? null : forger.remove(row);
    }

    private static @Nullable Forged otherwiseInDeals(Forger forger) {
        int row = forger.find("closed", any -> true);
        return row < 0 ? null : forger.changeInDeals(row, data -> data.put("reason", "something else"));
    }

    private static @Nullable Forged cutRoles(Forger forger) {
        LogEvent last = forger.last(forger.size(), Forger::ofDealService);
        return last == null ? null : forger.cutRoles(Forger.index(last));
    }

    private static @Nullable Forged foreign(Forger forger) {
        int row = forger.find(TRANSFER, any -> true);
        return row < 0 ? null : forger.put(row, Forger.from(forger.at(row), "mallory"));
    }
}
