package dev.baton.roles.holding;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.roles.command.Counter;
import dev.baton.roles.command.Request;
import dev.baton.roles.holding.ResponsibilityView.OfferView;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import dev.baton.web.edge.security.RequiresScope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The offers that wait for somebody's answer. Only the person they were made to can give it.
@RestController
@RequestMapping("/v1")
class OfferController {
    private final Counter counter;
    private final Holdings holdings;

    private final WorkQueue work;
    private final QueueAccess access;

    OfferController(Counter counter, Holdings holdings, WorkQueue work, QueueAccess access) {
        this.access = access;
        this.counter = counter;
        this.holdings = holdings;
        this.work = work;
    }

    @GetMapping(path = "/members/{id}/queue", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<WorkQueue.Item> queue(@PathVariable String id, PageRequest page, Actor actor) {
        access.require(id, actor);
        return work.of(id, page);
    }

    @PostMapping("/offers/{id}/accept")
    @RequiresScope("deals:write")
    ResponseEntity<String> accept(@PathVariable String id, Request request) {
        OfferView offer = offerTo(id, request);
        return answer(
                request,
                Map.of(),
                offer,
                "ACCEPTED",
                () -> {},
                new AcceptOffer(offer.deal(), id, Acceptance.PERSON, offer.member()));
    }

    @PostMapping("/offers/{id}/decline")
    @RequiresScope("deals:write")
    ResponseEntity<String> decline(
            @PathVariable String id, @RequestBody @Nullable Declining declining, Request request) {
        OfferView offer = offerTo(id, request);
        Declining given = declining == null ? new Declining(null, null) : declining;
        requireGroundOf(offer.role(), given.ground());
        if (given.ground() == Ground.PACKAGE_INCOMPLETE && given.reason() == null) {
            throw refused(UNPROCESSABLE_CONTENT, "reason-required", "Reason required", "Say what is missing.");
        }
        return answer(
                request,
                given,
                offer,
                "DECLINED",
                () -> requireWhatStands(offer, given),
                new DeclineOffer(offer.deal(), id, offer.member(), given.reason(), given.ground()));
    }

    /// A ground that says nothing about the leg would be taken for a plain no, and not for what
    /// was meant.
    private static void requireGroundOf(Role leg, @Nullable Ground ground) {
        if (ground != null && leg != asked(ground)) {
            throw new ProblemException(Problem.of(
                            UNPROCESSABLE_CONTENT,
                            "ground-of-another-leg",
                            "Ground of another leg",
                            ground + " is said by a " + asked(ground) + ", this is an offer to a " + leg + ".")
                    .with(
                            "allowed",
                            Arrays.stream(Ground.values())
                                    .filter(one -> asked(one) == leg)
                                    .toList()));
        }
    }

    private static Role asked(Ground ground) {
        return switch (ground) {
            case NOT_QUALIFIED -> Role.ACCOUNT_EXECUTIVE;
            case PACKAGE_INCOMPLETE -> Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
        };
    }

    /// The same answer again is the same answer, also when it is given twice at once; another one meets an offer that
    /// stands no more.
    ///
    /// @param again refuses what is not the same
    private ResponseEntity<String> answer(
            Request request,
            Object body,
            OfferView offer,
            String answer,
            Runnable again,
            ResponsibilityCommand command) {
        Answered answered = new Answered(offer.offer(), offer.deal(), answer);
        if (answer.equals(offer.answer())) {
            return counter.carryOut(request, body, again, List.of(), OK, answered);
        }
        try {
            return counter.carryOut(
                    request, body, () -> refuseWhatStandsNoMore(offer, answer), List.of(command), OK, answered);
        } catch (ResponsibilityRefused refused) {
            requireAnsweredMeanwhile(offer, answer, refused);
            return counter.carryOut(request, body, again, List.of(), OK, answered);
        }
    }

    /// What refuses an answer may be the same answer, which was given while this one was on its way.
    private void requireAnsweredMeanwhile(OfferView before, String answer, ResponsibilityRefused refused) {
        OfferView now = holdings.offer(before.offer()).orElseThrow(() -> refused);
        refuseWhatStandsNoMore(now, answer);
        if (!answer.equals(now.answer())) {
            throw refused;
        }
    }

    /// What was said first stands, and whoever reads it has gone by it: another ground, or other words, would be lost.
    private void requireWhatStands(OfferView offer, Declining given) {
        Declining stands = holdings.declined(offer)
                .map(declined -> new Declining(declined.reason(), declined.ground()))
                .orElse(given);
        if (!given.repeats(stands)) {
            throw new ProblemException(Problem.of(
                            CONFLICT,
                            "declined-otherwise",
                            "Declined otherwise",
                            "It has been declined with another ground or reason, which stands.")
                    .with("stands", stands)
                    .with("allowed", "the same answer again"));
        }
    }

    private static void refuseWhatStandsNoMore(OfferView offer, String answer) {
        if ("EXPIRED".equals(offer.answer())) {
            throw refused(
                    CONFLICT, "offer-expired", "Offer expired", "It was not answered before " + offer.due() + ".");
        }
        if ("CANCELLED".equals(offer.answer())) {
            throw refused(CONFLICT, "offer-cancelled", "Offer cancelled", "It has been withdrawn.");
        }
        if (offer.answer() != null && !answer.equals(offer.answer())) {
            throw new ProblemException(Problem.of(
                            CONFLICT,
                            "offer-void",
                            "Offer answered",
                            "It has been answered before, and the answer was " + offer.answer() + ".")
                    .with("answer", offer.answer())
                    .with("allowed", "the same answer again"));
        }
    }

    private OfferView offerTo(String id, Request request) {
        OfferView offer = holdings.offer(id)
                .orElseThrow(() -> refused(NOT_FOUND, "offer-unknown", "Offer unknown", "There is no such offer."));
        if (!offer.member().equals(request.actor().member())) {
            throw new ProblemException(Problem.of(
                            FORBIDDEN, "offer-of-another", "Offer of another", "The offer was made to somebody else.")
                    .with("allowed", "whom it was made to"));
        }
        return offer;
    }

    private static ProblemException refused(HttpStatus status, String code, String title, String detail) {
        return new ProblemException(Problem.of(status, code, title, detail));
    }

    /// @param ground `NOT_QUALIFIED` returns a lead to whoever found it; `PACKAGE_INCOMPLETE` leaves a won deal with
    ///     whoever closed it, told in `reason` what is missing
    record Declining(@Nullable String reason, @Nullable Ground ground) {
        Declining {
            Require.optionalText("reason", reason);
        }

        /// Whoever gives no reason contradicts none.
        boolean repeats(Declining first) {
            return ground == first.ground() && (reason == null || reason.equals(first.reason()));
        }
    }

    record Answered(String offer, String deal, String answer) {}
}
