package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.Asked;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.handoff.Effort;
import dev.baton.roles.handoff.Rehearsal;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.Correct;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision.Next;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.Preference;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Plays the history once more, with the same relay over the same news, under another policy or the recorded ones.
///
/// What comes from outside is taken as it was: the deals' own facts, who joined, left or changed,
/// the answers and orders that people gave, and when the relay came to each piece of news.
/// Everything else is decided again. Until something turns out otherwise the queue is woken and
/// rehoming begun when they were; from then on [Consequences] does both. It also tells managers of
/// what has waited for too long, under another policy from the beginning.
final class Rerun {
    private final Question question;
    private final RecordedPolicies policies;
    private final Ledger recordedLedger;
    private final Ledger otherLedger;
    private final RecordedWorld recorded;
    private final OtherWorld other;
    private final Rehearsal rehearsal;
    private final Consequences consequences;
    private final Comparison comparison = new Comparison();
    private final List<LoggedFact> step = new ArrayList<>();
    private Inbox inbox = new Inbox(Set.of());
    private final Set<String> keeping = new LinkedHashSet<>();
    private Set<UUID> silent = Set.of();
    private @Nullable UUID cause;
    private RecordedStep playing = RecordedStep.NOTHING;
    private @Nullable RoutingPolicy trying;
    private Instant latest = Instant.EPOCH;
    private String deal = "";
    private @Nullable PlaceBefore before;
    private Set<Demand> asks = EnumSet.allOf(Demand.class);
    private Instant happened = Instant.EPOCH;
    private long facts;
    private long voidActs;

    /// @param absence who is away for longer hands on what they hold
    Rerun(Question question, RecordedPolicies policies, Holder steward, Duration absence) {
        this.question = question;
        this.policies = policies;
        recordedLedger = new Ledger(question.period());
        otherLedger = new Ledger(question.period());
        recorded = new RecordedWorld(recordedLedger);
        other = new OtherWorld(steward, this::policyFor, this::ownerFor, otherLedger);
        rehearsal = new Rehearsal(other, other, other::now);
        consequences = new Consequences(other, otherLedger.waiting(), recorded, rehearsal, absence);
    }

    /// Reads the history twice: how the relay came to its news, then what it makes of them.
    ///
    /// @param progress is told how many facts were read so far, of both readings
    WhatIfReport over(History history, LongConsumer progress) {
        Pace.Order order = Pace.of(reader -> history.read(fact -> {
            progress.accept(fact.position());
            reader.accept(fact);
        }));
        inbox = new Inbox(order.late());
        silent = order.silent();
        history.read(fact -> {
            on(fact);
            progress.accept(fact.position());
        });
        flush();
        return Reporting.report(
                question,
                facts,
                comparison,
                voidActs,
                consequences.assumedAnswers(),
                recorded,
                recordedLedger,
                other,
                otherLedger);
    }

    private void on(LoggedFact fact) {
        facts++;
        latest = fact.recorded().isAfter(latest) ? fact.recorded() : latest;
        UUID from = fact.cause();
        boolean effect = from != null && !fact.ofDeal() && inbox.has(from);
        if (!effect || !Objects.equals(from, cause)) {
            flush();
        }
        if (effect) {
            cause = from;
            step.add(fact);
        }
        recorded.on(fact);
        if (!effect) {
            fromOutside(fact);
        }
    }

    private void fromOutside(LoggedFact fact) {
        switch (fact.event()) {
            case LeadFound lead -> {
                recordedLedger.found(fact.stream().id(), lead);
                otherLedger.found(fact.stream().id(), lead);
            }
            case EmploymentEvent event -> employed(fact, event);
            case AssignmentEscalated late when late.waitsOn() -> ranOut(fact);
            case DecisionEscalated on -> goesOn(fact);
            default -> {
                // nothing but news, if that
            }
        }
        if (News.is(fact)) {
            inbox.add(new News(fact, fact.ofDeal() ? fact.event() : act(fact)));
            hearSilentNews(fact.stream().id());
        }
    }

    /// When the relay heard of news that nothing came of is not on record. As long as everything is as it was, that is
    /// the first moment at which nothing comes of it; until then its deal may be parked, and it is kept.
    private void hearSilentNews(String of) {
        News next = inbox.first(of);
        keeping.remove(of);
        while (next != null && silent.contains(next.fact().id()) && !comparison.diverged()) {
            if (!nothingComesOf(next)) {
                inbox.keep(next);
                keeping.add(of);
                return;
            }
            inbox.take(next);
            comparison.step(next, RecordedStep.NOTHING, List.of());
            next = inbox.first(of);
        }
    }

    /// By any policy that may have held when it was heard.
    private boolean nothingComesOf(News news) {
        play(RecordedStep.NOTHING, news.deal(), news.fact());
        String pipeline = otherLedger.waiting().lead(news.deal()).pipeline();
        try {
            return policies.between(pipeline, news.fact().recorded(), latest).stream()
                    .anyMatch(policy -> staysSilent(news, policy));
        } finally {
            trying = null;
        }
    }

    private boolean staysSilent(News news, RoutingPolicy policy) {
        trying = policy;
        Object event = news.event();
        return event == null
                || other.staysSilent(
                        () -> rehearsal.hear(news.deal(), event, news.fact().happened()));
    }

    /// The relay does not hear that a leg has waited for too long. By the recorded policies it has
    /// when it had; another one says itself how long one may wait.
    private void ranOut(LoggedFact fact) {
        if (question.policy() == null && !comparison.diverged()) {
            act(fact);
        } else {
            play(RecordedStep.NOTHING, fact.stream().id(), fact);
            consequences.escalate();
        }
    }

    /// Who else is asked to decide changes nothing of what the relay does: by the recorded policies
    /// it is as it was, and once something is otherwise it does not matter.
    private void goesOn(LoggedFact fact) {
        if (question.policy() == null && !comparison.diverged()) {
            act(fact);
        }
    }

    private void employed(LoggedFact fact, EmploymentEvent event) {
        Holder who = RecordedWorld.person(fact);
        other.people().employed(who, fact.position(), event, fact.happened());
        consequences.employed(who, event, fact.recorded());
        if (comparison.diverged()) {
            play(RecordedStep.NOTHING, "", fact);
            consequences.settle(RecordedStep.NOTHING, happened);
            comparison.more(other.effects());
        } else {
            List.copyOf(keeping).forEach(this::hearSilentNews);
        }
    }

    /// What somebody did is tried in the other world.
    ///
    /// @return what it is there; absent when it could not be done
    private @Nullable Object act(LoggedFact fact) {
        ResponsibilityCommand command = command(fact.stream().id(), fact.event());
        if (command == null) {
            return null;
        }
        play(RecordedStep.NOTHING, command.deal(), fact);
        other.send(command, fact.happened());
        List<Happened> done = other.effects();
        if (done.isEmpty()) {
            voidActs++;
            return null;
        }
        return done.getLast().event();
    }

    private @Nullable ResponsibilityCommand command(String of, Object event) {
        return switch (event) {
            case AssignmentWoken woken -> comparison.diverged() ? null : new Wake(of, woken.role(), woken.cause());
            case AssignmentCorrected as -> new Correct(of, as);
            case AssignmentEscalated late -> new EscalateWait(of, late.role(), Instant.MAX, late.manager(), late.due());
            case DecisionEscalated on -> new EscalateDecision(of, on.role(), Instant.MAX, on.from(), next(on));
            case OfferAccepted yes ->
                new AcceptOffer(of, yes.offer(), yes.acceptance(), yes.by().member());
            case OfferDeclined no -> new DeclineOffer(of, no.offer(), no.by().member(), no.reason(), no.ground());
            case OfferExpired no -> new ExpireOffer(of, no.offer(), no.cause());
            case RehomingBegun begun ->
                new BeginRehoming(of, begun.holder(), begun.cause(), begun.credit() != null, true);
            case ResponsibilityTransferred forced ->
                new ForceTransfer(of, forced.to(), null, forced.by() == null ? "somebody" : forced.by());
            default -> null;
        };
    }

    private static List<Next> next(DecisionEscalated on) {
        return on.to() == null || on.due() == null ? List.of() : List.of(new Next(on.to(), on.due()));
    }

    private void flush() {
        UUID reached = cause;
        if (reached == null) {
            return;
        }
        RecordedStep real = new RecordedStep(step);
        step.clear();
        cause = null;
        List<News> due = due(reached);
        for (News news : due) {
            if (news.fact().id().equals(reached)) {
                hear(news, real);
            } else {
                pass(news);
            }
        }
        if (!due.isEmpty()) {
            hearSilentNews(due.getLast().deal());
        }
        if (comparison.diverged()) {
            withdrawn(real);
        }
    }

    /// As long as everything is as it was, the order of one deal's news is all that matters.
    private List<News> due(UUID reached) {
        return comparison.diverged() ? inbox.upTo(reached) : inbox.ofItsDealUpTo(reached);
    }

    /// Nothing came of it.
    private void pass(News news) {
        if (!comparison.diverged() && (nothingComesOf(news) || wasNotHeard(news))) {
            comparison.step(news, RecordedStep.NOTHING, List.of());
        } else {
            hear(news, RecordedStep.NOTHING);
        }
    }

    /// As it used to be with what support said of a package while somebody else was looked for.
    private boolean wasNotHeard(News news) {
        return news.event() instanceof HandoverRejected && rehearsal.looksForSomebodyElse(news.deal());
    }

    /// Support was looked for in reality although its package lacked something only where that had been forgotten, or
    /// was not heard since whoever handed it over had gone.
    private void hear(News news, RecordedStep real) {
        play(real, news.deal(), news.fact());
        boolean forgotten = !comparison.diverged() && real.soughtFor(Role.CUSTOMER_SUPPORT_REPRESENTATIVE);
        if (forgotten) {
            rehearsal.forgetThePackage(news.deal());
        }
        Object event = forgotten ? withoutThePackage(news.event()) : news.event();
        if (event != null) {
            asks = rehearsal.asks(news.deal(), event);
            rehearsal.hear(news.deal(), event, news.fact().happened());
        }
        List<Happened> effects = other.effects();
        comparison.step(news, real, effects);
        if (comparison.diverged()) {
            if (Effort.mayLessen(event)) {
                consequences.asksLess(news.deal());
            }
            consequences.settle(real, happened);
            comparison.more(
                    other.effects().subList(effects.size(), other.effects().size()));
        } else if (question.policy() != null) {
            consequences.escalate();
        }
    }

    private static @Nullable Object withoutThePackage(@Nullable Object event) {
        return event instanceof OfferDeclined(String offer, Holder by, String reason, Ground ground)
                        && ground == Ground.PACKAGE_INCOMPLETE
                ? new OfferDeclined(offer, by, reason, null)
                : event;
    }

    /// An offer that was withdrawn in reality and stands in the other world will never be answered on record.
    private void withdrawn(RecordedStep real) {
        for (LoggedFact fact : real.facts()) {
            if (fact.event() instanceof OfferCancelled cancelled) {
                play(RecordedStep.NOTHING, fact.stream().id(), fact);
                consequences.answer(fact.stream().id(), cancelled.offer(), happened);
                consequences.settle(RecordedStep.NOTHING, happened);
                comparison.more(other.effects());
            }
        }
    }

    private void play(RecordedStep real, String of, LoggedFact fact) {
        playing = real;
        deal = of;
        before = other.placeOf(of);
        happened = fact.happened();
        other.begin(of, real, meanwhile(real, fact), real.recorded(fact.recorded()));
    }

    /// Once something is otherwise, so is what others did meanwhile.
    private Meanwhile meanwhile(RecordedStep real, LoggedFact news) {
        return real.facts().isEmpty() || comparison.diverged()
                ? Meanwhile.NOTHING
                : recorded.meanwhile(news.position(), real);
    }

    private RoutingPolicy policyFor(String pipeline) {
        RoutingPolicy real = recordedPolicy(pipeline);
        RoutingPolicy instead = question.insteadOf(real, happened);
        return instead == null ? real : instead;
    }

    private RoutingPolicy recordedPolicy(String pipeline) {
        RoutingPolicy tried = trying;
        if (tried != null) {
            return tried;
        }
        boolean own = otherLedger.waiting().lead(deal).pipeline().equals(pipeline);
        RoutingPolicy used =
                own && !playing.decisions().isEmpty() ? used(playing.decisions().getFirst()) : null;
        return used == null
                ? policies.at(
                        pipeline,
                        other.now(),
                        policy -> playing.fits(policy, asks, this::inCharge),
                        policy -> playing.leftAsItWas(before, policy, asks))
                : used;
    }

    private Holder inCharge(@Nullable String named) {
        return other.inChargeFor(named == null ? other.steward() : new Holder(Role.SALES_MANAGER, named));
    }

    /// What the relay's own transaction had done before it did not see in the rows yet: as long as everything is as it
    /// was, who it took for the owner is on record.
    private @Nullable String ownerFor(String customer, Role role) {
        AssignmentDecided real = comparison.diverged() ? null : playing.decision(role);
        Asked asked = real == null || !askedForTheOwner(real) ? null : real.asked();
        return asked == null ? otherLedger.owners().of(customer, role) : asked.owner();
    }

    private boolean askedForTheOwner(AssignmentDecided real) {
        RoutingPolicy used = used(real);
        return used != null && used.of(real.role()).spread().prefers(Preference.ACCOUNT_OWNER);
    }

    private @Nullable RoutingPolicy used(AssignmentDecided decided) {
        return policies.version(decided.policy(), decided.policyVersion());
    }
}
