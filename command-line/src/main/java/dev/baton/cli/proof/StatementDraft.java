package dev.baton.cli.proof;

import dev.baton.cli.proof.DealStatement.Decision;
import dev.baton.cli.proof.DealStatement.Evidence;
import dev.baton.cli.proof.DealStatement.Held;
import dev.baton.cli.proof.DealStatement.Offered;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Draws up the page of one deal from its facts, one after the other.
final class StatementDraft {
    private static final String ROLES = "role-assignment-service";
    private static final String DEALS = "deal-service";

    private final DealFile file;
    private final List<Held> holdings = new ArrayList<>();
    private final List<Evidence> story = new ArrayList<>();
    private final List<OfferDraft> offers = new ArrayList<>();
    private final List<Evidence> places = new ArrayList<>();
    private @Nullable Decision decision;
    private String title = "";
    private String pipeline = "";
    private String state = "";

    private static final class OfferDraft {
        final Offered made;
        final List<Evidence> evidence = new ArrayList<>();
        String answer = "STANDING";

        @Nullable
        String reason;

        OfferDraft(Offered made) {
            this.made = made;
        }

        Offered done() {
            return new Offered(
                    made.offer(), made.member(), made.name(), made.role(), made.due(), answer, reason, evidence);
        }
    }

    private StatementDraft(DealFile file) {
        this.file = file;
    }

    static DealStatement of(String deal, DealFile file, List<Finding> findings, Instant readAt) {
        StatementDraft draft = new StatementDraft(file);
        file.roles().forEach(draft::tell);
        file.deals().forEach(draft::recognised);
        return new DealStatement(
                deal,
                draft.title,
                draft.pipeline,
                draft.state,
                findings.isEmpty(),
                readAt,
                file.rolesPosition(),
                file.dealsPosition(),
                digest(file),
                findings,
                List.copyOf(draft.holdings),
                List.copyOf(draft.story));
    }

    private void tell(LogEvent event) {
        Evidence evidence = evidence(ROLES, event);
        story.add(evidence);
        switch (event.name()) {
            case "deal.lead-found" -> found(event);
            case "responsibility.assignment-decided" -> decision = decided(event, evidence);
            case "responsibility.offer-made" -> offered(event, evidence);
            case "responsibility.offer-accepted" -> answered(event, "ACCEPTED", evidence);
            case "responsibility.offer-declined" -> answered(event, "DECLINED", evidence);
            case "responsibility.offer-expired" -> answered(event, "EXPIRED", evidence);
            case "responsibility.offer-cancelled" -> answered(event, "CANCELLED", evidence);
            case "responsibility.responsibility-opened" -> begin(event, "holder", "NAMED", "LEAD_FOUND", 0, evidence);
            case "responsibility.responsibility-reopened" ->
                begin(event, "holder", "NAMED", "REOPENED", event.number("epoch"), evidence);
            case "responsibility.responsibility-transferred" -> transfer(event, evidence);
            case "responsibility.responsibility-ended" -> end(event, evidence);
            case "member.slot-reserved", "member.slot-confirmed", "member.slot-released" -> place(event, evidence);
            default -> state(event);
        }
    }

    private void found(LogEvent event) {
        title = event.text("title");
        pipeline = event.text("pipeline");
        state = "found";
    }

    private void state(LogEvent event) {
        if (event.name().equals("deal.closed")) {
            state = "closed, " + event.text("outcome");
        } else if (event.name().startsWith("deal.") && !event.name().equals("deal.holder-recognised")) {
            state = event.name().substring("deal.".length()).replace('-', ' ');
        }
    }

    private static Decision decided(LogEvent event, Evidence evidence) {
        String chosen = event.text("chosen");
        int eligible = 0;
        String because = chosen.isEmpty() ? "nobody was eligible" : "the steward, since nobody was eligible";
        for (JsonNode candidate : event.data().path("candidates")) {
            eligible += candidate.path("eligible").asBoolean(false) ? 1 : 0;
            if (candidate.path("member").asString("").equals(chosen)) {
                because = words(candidate.path("reasons"));
            }
        }
        return new Decision(
                event.text("policy"),
                event.number("policyVersion"),
                event.data().path("candidates").size(),
                eligible,
                because,
                wish(event.data().path("requested")),
                evidence);
    }

    private static @Nullable String wish(JsonNode requested) {
        if (requested.isMissingNode() || requested.isNull()) {
            return null;
        }
        String member = requested.path("member").asString("");
        return requested.path("granted").asBoolean(false)
                ? member + ", granted"
                : member + ", not granted: " + requested.path("reason").asString("");
    }

    private static String words(JsonNode reasons) {
        List<String> words = new ArrayList<>();
        reasons.forEach(reason -> words.add(reason.asString("")));
        return String.join(", ", words);
    }

    private void offered(LogEvent event, Evidence evidence) {
        Holding to = Holding.of(event.data().path("to"), event.number("epoch"));
        String due = event.data().hasNonNull("due") ? event.text("due") : null;
        OfferDraft draft = new OfferDraft(
                new Offered(event.text("offer"), to.member(), file.nameOf(to), to.role(), due, "", null, List.of()));
        draft.evidence.add(evidence);
        offers.add(draft);
    }

    private void answered(LogEvent event, String answer, Evidence evidence) {
        offers.stream()
                .filter(offer -> offer.made.offer().equals(event.text("offer")))
                .forEach(offer -> {
                    offer.answer = answer;
                    offer.reason = event.text("reason").isEmpty() ? null : event.text("reason");
                    offer.evidence.add(evidence);
                });
    }

    private void transfer(LogEvent event, Evidence evidence) {
        finish(event, evidence);
        begin(event, "to", event.text("acceptance"), event.text("cause"), event.number("epoch"), evidence);
    }

    private void begin(LogEvent event, String holder, String acceptance, String cause, int epoch, Evidence evidence) {
        Holding who = Holding.of(event.data().path(holder), epoch);
        List<Evidence> proof = new ArrayList<>(List.of(evidence));
        places.stream()
                .filter(place -> place.what().startsWith(file.nameOf(who) + ":"))
                .forEach(proof::add);
        holdings.add(new Held(
                epoch,
                who.member(),
                file.nameOf(who),
                who.role(),
                event.time(),
                event.recorded(),
                null,
                null,
                cause,
                acceptance,
                event.text("by").isEmpty() ? null : event.text("by"),
                isChosen(acceptance) ? decision : null,
                offers.stream().map(OfferDraft::done).toList(),
                proof));
        offers.clear();
        places.clear();
        decision = null;
    }

    /// Whom a manager decided on, or the deal's own event named, routing did not choose; what it
    /// had decided before came to nothing.
    private static boolean isChosen(String acceptance) {
        return !acceptance.equals("NAMED") && !acceptance.equals("FORCED");
    }

    private void end(LogEvent event, Evidence evidence) {
        finish(event, evidence);
    }

    /// The fact that begins the next holding ends this one.
    private void finish(LogEvent event, Evidence evidence) {
        if (!holdings.isEmpty() && holdings.getLast().to() == null) {
            Held last = holdings.removeLast();
            holdings.add(new Held(
                    last.epoch(),
                    last.member(),
                    last.name(),
                    last.role(),
                    last.from(),
                    last.recordedFrom(),
                    event.time(),
                    event.recorded(),
                    last.cause(),
                    last.acceptance(),
                    last.by(),
                    last.decision(),
                    last.offers(),
                    with(last.proof(), evidence)));
        }
    }

    /// A place that is taken before its holding begins, and confirmed or given back when it is there.
    private void place(LogEvent event, Evidence evidence) {
        boolean ofSomebodyWhoHeld = !event.name().equals("member.slot-reserved") && prove(event.subject(), evidence);
        if (!ofSomebodyWhoHeld) {
            places.add(evidence);
        }
    }

    private boolean prove(String stream, Evidence evidence) {
        for (int i = holdings.size() - 1; i >= 0; i--) {
            Held held = holdings.get(i);
            if (DealFile.stream(new Holding(held.member(), held.role(), held.epoch()))
                    .equals(stream)) {
                holdings.set(i, proven(held, evidence));
                return true;
            }
        }
        return false;
    }

    private static Held proven(Held held, Evidence evidence) {
        return new Held(
                held.epoch(),
                held.member(),
                held.name(),
                held.role(),
                held.from(),
                held.recordedFrom(),
                held.to(),
                held.recordedTo(),
                held.cause(),
                held.acceptance(),
                held.by(),
                held.decision(),
                held.offers(),
                with(held.proof(), evidence));
    }

    private static List<Evidence> with(List<Evidence> proof, Evidence more) {
        List<Evidence> all = new ArrayList<>(proof);
        all.add(more);
        return List.copyOf(all);
    }

    /// By which the deal itself came to know its holder.
    private void recognised(LogEvent event) {
        if (!event.name().equals("deal.holder-recognised") && !event.name().equals("deal.lead-found")) {
            return;
        }
        int epoch = event.number("epoch");
        for (int i = 0; i < holdings.size(); i++) {
            if (holdings.get(i).epoch() == epoch) {
                holdings.set(i, proven(holdings.get(i), evidence(DEALS, event)));
            }
        }
    }

    private Evidence evidence(String log, LogEvent event) {
        return new Evidence(
                log,
                event.position(),
                event.id(),
                event.type(),
                event.time(),
                event.recorded(),
                event.actor().isEmpty() ? null : event.actor(),
                Telling.of(event, file));
    }

    private static String digest(DealFile file) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            file.roles().forEach(event -> sha.update((event.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            file.deals().forEach(event -> sha.update((event.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
