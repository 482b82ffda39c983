package dev.baton.roles.whatif;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.handoff.Decider;
import dev.baton.roles.handoff.Rehearsal;
import dev.baton.roles.handoff.Relay;
import dev.baton.roles.handoff.StandIns;
import dev.baton.roles.handoff.Team;
import dev.baton.roles.member.SlotAnswer;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.ChangeCapacity;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import dev.baton.roles.member.SlotKeepingDecisions;
import dev.baton.roles.member.SlotKeepingState;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.member.SlotKeepingState.Working;
import dev.baton.roles.member.SlotRefused;
import dev.baton.roles.responsibility.ResponsibilityAnswer;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision.Next;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityDecisions;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.responsibility.ResponsibilityState;
import dev.baton.roles.responsibility.ResponsibilityState.Decision;
import dev.baton.roles.responsibility.ResponsibilityState.Escalated;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.responsibility.ResponsibilityState.Queued;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.Distribution;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.Preference;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicies.Dated;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenAbsent;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A log as the service writes it: news is taken in and heard later, several at a time, by a relay
/// that reads the people once in a transaction, and sees no row that it has not committed yet;
/// while it is at it others join, leave and change, and another instance retries a deal that was
/// parked; people answer, managers reassign, deals rest, go back and come back, the queue is woken
/// behind its time, policies change.
final class GeneratedHistory implements Team, Relay.Commands, History {
    static final Holder STEWARD = new Holder(SALES_MANAGER, "steward");
    private static final Instant HAPPENED = Instant.parse("2017-03-01T12:00:00Z");
    private static final Instant RECORDED = Instant.parse("2026-11-01T12:00:00Z");
    /// So that minutes are as many facts, whatever the day.
    static final BusinessCalendar ROUND_THE_CLOCK = new BusinessCalendar(
            ZoneOffset.UTC, EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MAX, Set.of());

    private static final List<Holder> PEOPLE = List.of(
            STEWARD,
            new Holder(SALES_MANAGER, "mia"),
            new Holder(SALES_REPRESENTATIVE, "rita"),
            new Holder(SALES_REPRESENTATIVE, "ron"),
            new Holder(ACCOUNT_EXECUTIVE, "anna"),
            new Holder(ACCOUNT_EXECUTIVE, "ben"),
            new Holder(ACCOUNT_EXECUTIVE, "cleo"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sue"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sid"));

    /// Who joins some time later, if ever.
    private static final List<Holder> LATER = List.of(
            new Holder(SALES_MANAGER, "max"),
            new Holder(SALES_REPRESENTATIVE, "rose"),
            new Holder(ACCOUNT_EXECUTIVE, "dora"));

    private static final List<Holder> EVERYBODY =
            Stream.concat(PEOPLE.stream(), LATER.stream()).toList();

    final List<LoggedFact> log = new ArrayList<>();
    final List<Dated> policies = new ArrayList<>();
    private final Random random;
    private final Map<Holder, SlotKeepingState> people =
            new TreeMap<>(Comparator.comparing(Holder::role).thenComparing(Holder::member));
    private final Map<String, ResponsibilityState> deals = new HashMap<>();
    private final Map<String, Integer> stages = new HashMap<>();
    private final Deque<LoggedFact> unheard = new ArrayDeque<>();
    private final Deque<LoggedFact> freed = new ArrayDeque<>();
    private final Map<String, List<LoggedFact>> parked = new TreeMap<>();
    private final Set<String> over = new HashSet<>();
    private final Map<Holder, Long> turns = new HashMap<>();
    private final Map<Holder, List<Instant>> taken = new HashMap<>();
    private final Map<String, String> customers = new HashMap<>();
    private final Map<Account, Owner> owners = new HashMap<>();
    private long reserved;
    private int facts;

    /// How much of what was kept for parked deals had its effect when it was retried.
    int heardLate;

    /// How often somebody changed while the relay was at work, and a deal was retried meanwhile.
    int changedMeanwhile;

    int retriedMeanwhile;

    private final WaitingLine line = new WaitingLine();
    private final Rehearsal relay = new Rehearsal(this, this, this::clock);
    /// The relay goes by the policy that has just been replaced.
    boolean seesPoliciesLate;

    private @Nullable Transaction relaying;
    private @Nullable Runnable others;
    private @Nullable UUID cause;
    private @Nullable String actor;

    private record Account(String customer, Role role) {}

    private record Owner(String member, Instant since) {}

    /// What the rows showed of people when they were read.
    private record Seen(
            long asOf, Map<Holder, SlotKeepingState> people, Map<Holder, Integer> loads, Map<Holder, Long> turns) {}

    private record Pending(
            UUID id,
            StreamId stream,
            Object event,
            Instant happened,
            @Nullable UUID because,
            @Nullable String by) {}

    /// What the relay does in one commit, and what it has read for it.
    private static final class Transaction {
        final List<Pending> facts = new ArrayList<>();
        final Map<Holder, Integer> loads = new HashMap<>();
        final Map<Holder, Long> turns = new HashMap<>();
        final Map<Account, Owner> owners;
        final RoutingPolicy policy;

        @Nullable
        Seen seen;

        Transaction(Map<Account, Owner> owners, RoutingPolicy policy) {
            this.owners = Map.copyOf(owners);
            this.policy = policy;
        }

        boolean touches(StreamId stream) {
            return facts.stream().anyMatch(fact -> fact.stream().equals(stream));
        }
    }

    GeneratedHistory(long seed, int steps) {
        random = new Random(seed);
        changePolicy();
        for (Holder person : PEOPLE) {
            act("mia", new JoinTeam(person.role(), person.member(), profile(), 2 + random.nextInt(9)));
        }
        List<Consumer<GeneratedHistory>> moves = moves();
        for (int step = 0; step < steps; step++) {
            moves.get(random.nextInt(moves.size())).accept(this);
        }
    }

    /// One that is written move by move: nothing happens by itself.
    GeneratedHistory(RoutingPolicy policy) {
        random = new Random(1);
        policies.add(new Dated(policy, clock()));
    }

    void join(Role role, String member, int capacity) {
        act("mia", new JoinTeam(role, member, new Profile(member, Set.of(), Set.of(), Set.of()), capacity));
    }

    /// Found by a representative, and qualified at once.
    void qualified(String deal, Instant at) {
        qualified(deal, null, at);
    }

    void qualified(String deal, @Nullable Customer customer, Instant at) {
        found(deal, customer, at);
        qualify(deal, at);
        hearAll();
    }

    /// By a representative; nobody has heard of it yet.
    void found(String deal, @Nullable Customer customer, Instant at) {
        Holder finder = new Holder(SALES_REPRESENTATIVE, "rita");
        tell(
                deal,
                new LeadFound("milestones", "a lead", customer, null, "East", null, null, null, null, 1, finder),
                at);
    }

    void qualify(String deal, Instant at) {
        tell(deal, new LeadQualified(null, null, null), at);
    }

    void lost(String deal, Instant at) {
        tell(deal, new Closed(Outcome.LOST, null, "price", null), at);
        hearAll();
    }

    void won(String deal, Instant at) {
        tell(deal, new Closed(Outcome.WON, null, null, null), at);
        hearAll();
    }

    void rests(String deal, Instant at) {
        tell(deal, new LeadRecycled(LocalDate.EPOCH, "not now"), at);
        hearAll();
    }

    /// Nobody has heard of it yet.
    void giveBack(String deal, Holder by, Instant at) {
        tell(deal, new LeadReturned("no budget", by.member()), at);
    }

    /// Booked in error; nobody has heard of it yet.
    void reverse(String deal, Holder closedBy, Holder manager, Instant at) {
        tell(
                deal,
                new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", manager.member(), STEWARD.member(), closedBy),
                at);
    }

    void accept(String deal) {
        if (deals.get(deal) instanceof Held held && held.handOver() instanceof Offered(String offer, Holder to)) {
            act(to.member(), new AcceptOffer(deal, offer, Acceptance.PERSON, to.member()));
        }
        hearAll();
    }

    void hearAll() {
        while (!unheard.isEmpty()) {
            hearNext();
        }
    }

    void hearNext() {
        LoggedFact next = unheard.poll();
        if (next != null) {
            transaction(List.of(next));
        }
    }

    void depart(Holder who) {
        act("mia", new Depart(who.role(), who.member(), null));
    }

    void available(Holder who, Availability now) {
        act("mia", new ChangeAvailability(who.role(), who.member(), now, null, null));
    }

    void rehome(String deal, Holder holder) {
        act("baton", new BeginRehoming(deal, holder, RehomingCause.DEPARTED));
    }

    /// What others do as soon as the relay has looked for people once more.
    void meantime(Runnable act) {
        others = act;
    }

    /// Who carries the deal.
    @Nullable
    Holder holder(String deal) {
        return deals.get(deal) instanceof Held held ? held.holder() : null;
    }

    int load(Holder who) {
        return people.getOrDefault(who, new NotJoined()).slots().load();
    }

    private static List<Consumer<GeneratedHistory>> moves() {
        return List.of(
                GeneratedHistory::find,
                GeneratedHistory::advance,
                GeneratedHistory::advance,
                GeneratedHistory::advance,
                GeneratedHistory::hear,
                GeneratedHistory::hear,
                GeneratedHistory::hear,
                GeneratedHistory::answer,
                GeneratedHistory::answer,
                GeneratedHistory::wakeTheQueue,
                GeneratedHistory::wakeTheQueue,
                GeneratedHistory::round,
                world -> world.rarely(world::reassign),
                world -> world.rarely(world::changeSomebody),
                world -> world.rarely(world::turn),
                world -> world.rarely(world::turn),
                world -> world.rarely(world::park),
                world -> world.rarely(world::retry),
                world -> world.rarely(world::changePolicy));
    }

    @Override
    public void read(Consumer<LoggedFact> reader) {
        log.forEach(reader);
    }

    private void rarely(Runnable move) {
        if (random.nextInt(4) == 0) {
            move.run();
        }
    }

    Instant clock() {
        return RECORDED.plusSeconds(log.size());
    }

    private Profile profile() {
        return new Profile("x", random.nextBoolean() ? Set.of() : Set.of("East"), Set.of(), Set.of());
    }

    private void changePolicy() {
        if (!policies.isEmpty() && policies.getLast().since().equals(clock())) {
            return;
        }
        Map<Role, Rule> rules = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            boolean queue = random.nextInt(4) > 0;
            rules.put(
                    role,
                    new Rule(
                            random.nextBoolean() ? Acceptance.PERSON : Acceptance.POLICY,
                            1 + random.nextInt(2),
                            queue ? WhenNobody.QUEUE : WhenNobody.STEWARD,
                            queue ? null : "mia",
                            new Patience(
                                    480,
                                    2,
                                    3,
                                    1 + random.nextInt(20),
                                    null,
                                    random.nextBoolean() ? 1 + random.nextInt(5) : null),
                            distribution(),
                            random.nextBoolean() ? WhenAbsent.DELEGATE : null));
        }
        policies.add(new Dated(new RoutingPolicy("default", policies.size() + 1, rules, ROUND_THE_CLOCK), clock()));
    }

    private @Nullable Distribution distribution() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> spread(List.of(Preference.ACCOUNT_OWNER, Preference.LEAST_LOAD), null);
            case 2 -> spread(List.of(Preference.EARLIER_HOLDER, Preference.ROUND_ROBIN), null);
            default -> spread(List.of(Preference.REQUESTED, Preference.ACCOUNT_OWNER), 1 + random.nextInt(9));
        };
    }

    private static Distribution spread(List<Preference> order, @Nullable Integer dailyIntake) {
        return new Distribution(order, Map.of(), Map.of(), dailyIntake, List.of(), false);
    }

    // --- news ------------------------------------------------------------------------------------------------------

    private void find() {
        String deal = "deal-" + stages.size();
        stages.put(deal, 0);
        RequestedHolder wish = random.nextInt(3) == 0 ? new RequestedHolder(ACCOUNT_EXECUTIVE, "ben") : null;
        Holder finder = random.nextBoolean()
                ? STEWARD
                : new Holder(SALES_REPRESENTATIVE, random.nextInt(3) == 0 ? "rose" : "rita");
        String territory = random.nextBoolean() ? "East" : "West";
        tell(
                deal,
                new LeadFound("milestones", "a lead", customer(), null, territory, null, null, null, wish, 1, finder));
    }

    private @Nullable Customer customer() {
        int one = random.nextInt(6);
        return one == 0 ? null : new Customer("customer-" + one, "a customer");
    }

    private String someDeal() {
        return "deal-" + random.nextInt(stages.size());
    }

    private void advance() {
        if (stages.isEmpty()) {
            return;
        }
        String deal = someDeal();
        int stage = stages.merge(deal, 1, Integer::sum);
        switch (stage) {
            case 1 -> tell(deal, new LeadQualified(null, null, null));
            case 2 -> tell(deal, new Negotiated(Money.parse("USD 10"), null));
            case 3 -> close(deal);
            default -> {}
        }
    }

    private void close(String deal) {
        if (random.nextInt(3) == 0) {
            over.add(deal);
            tell(deal, new Closed(Outcome.LOST, null, "price", null));
        } else {
            tell(deal, new Closed(Outcome.WON, null, null, null));
        }
    }

    /// A deal rests, goes back, is over before its time, or comes back.
    private void turn() {
        if (stages.isEmpty()) {
            return;
        }
        String deal = someDeal();
        boolean won = stages.getOrDefault(deal, 0) > 2;
        if (over.contains(deal)) {
            over.remove(deal);
            stages.put(deal, 1);
            Stage at = random.nextBoolean() ? Stage.PROSPECTING : Stage.NEGOTIATING;
            tell(deal, new DealReopened(2, at, "again", manager(), anybody()));
        } else if (won) {
            afterTheWin(deal);
        } else {
            beforeTheWin(deal);
        }
    }

    private void beforeTheWin(String deal) {
        switch (random.nextInt(9)) {
            case 6, 7 -> tell(deal, new LeadRecycled(LocalDate.EPOCH, "not now"));
            case 8 -> tell(deal, new NurtureDue(LocalDate.EPOCH));
            case 0, 1 -> tell(deal, new DealPutOnHold(Stage.QUALIFIED, LocalDate.EPOCH, "budget"));
            case 2, 3 -> tell(deal, new DealResumed(Stage.QUALIFIED, ResumeCause.REVIEW_DUE, null));
            case 4 -> tell(deal, new LeadReturned("no budget", "anna"));
            default -> {
                over.add(deal);
                tell(deal, new LeadDisqualified("no need"));
            }
        }
    }

    private void afterTheWin(String deal) {
        switch (random.nextInt(14)) {
            case 8, 9, 10 -> tell(deal, new OnboardingCompleted(null));
            case 11, 12 -> tell(deal, new CaseOpened("C-1", "it stops", Priority.HIGH));
            case 13 -> tell(deal, new CaseResolved("C-1", "oiled"));
            case 0, 1, 2 -> tell(deal, new HandoverRejected(List.of("plan"), "sam"));
            case 3, 4 -> tell(deal, new HandoverRequested(null));
            case 5 -> {
                stages.put(deal, 1);
                tell(
                        deal,
                        new CloseReversed(
                                Reversal.BOOKED_IN_ERROR, "a mistake", manager().member(), "steward", executive()));
            }
            case 6 -> {
                over.add(deal);
                tell(deal, new CloseReversed(Reversal.CLIENT_CANCELLED, "not paid", "mia", "steward", executive()));
            }
            default -> tell(deal, new DealMerged("deal-other", null));
        }
    }

    private Holder executive() {
        return random.nextInt(5) == 0 ? LATER.getLast() : PEOPLE.get(4 + random.nextInt(3));
    }

    private Holder manager() {
        return random.nextInt(3) == 0 ? LATER.getFirst() : PEOPLE.get(random.nextInt(2));
    }

    private Holder anybody() {
        return EVERYBODY.get(random.nextInt(EVERYBODY.size()));
    }

    private void tell(String deal, DealEvent event) {
        tell(deal, event, HAPPENED.plusSeconds(random.nextInt(100_000)));
    }

    private void tell(String deal, DealEvent event, Instant at) {
        append(StreamId.deal(deal), event, at, null, "crm");
        if (event instanceof LeadFound lead) {
            line.found(deal, lead);
            if (lead.customer() != null) {
                customers.put(deal, lead.customer().id());
            }
        }
    }

    private void append(StreamId stream, Object event, Instant happened, @Nullable UUID because, @Nullable String by) {
        Pending fact = new Pending(new UUID(7, facts++), stream, event, happened, because, by);
        if (relaying == null) {
            commit(List.of(fact));
        } else {
            relaying.facts.add(fact);
        }
    }

    /// All of it at one moment.
    private void commit(List<Pending> together) {
        Instant now = clock();
        for (Pending one : together) {
            LoggedFact fact = new LoggedFact(
                    log.size() + 1, one.id(), one.because(), one.by(), one.stream(), one.happened(), now, one.event());
            log.add(fact);
            switch (one.event()) {
                case SlotReserved place when !place.override() -> turns.put(RecordedWorld.person(fact), ++reserved);
                case SlotReleased _, SlotWeighed _, EmploymentEvent _, AssignmentQueued _ -> freed.add(fact);
                default -> {
                    // nobody waits for it
                }
            }
            if (News.is(fact)) {
                unheard.add(fact);
            }
        }
    }

    // --- the relay's transactions ----------------------------------------------------------------------------------

    private void hear() {
        List<LoggedFact> batch = new ArrayList<>();
        int most = 1 + random.nextInt(5);
        while (batch.size() < most && !unheard.isEmpty()) {
            LoggedFact next = unheard.poll();
            List<LoggedFact> kept = parked.get(next.stream().id());
            if (kept == null) {
                batch.add(next);
            } else {
                kept.add(next);
            }
        }
        transaction(batch);
    }

    /// People are read once; what others do meanwhile is in the log before its commit.
    private void transaction(List<LoggedFact> batch) {
        Transaction mine = new Transaction(owners, lateKnownPolicy());
        relaying = mine;
        for (LoggedFact news : batch) {
            cause = news.id();
            actor = null;
            relay.hear(news.stream().id(), news.event(), news.happened());
        }
        cause = null;
        relaying = null;
        commit(mine.facts);
    }

    /// What another instance has just replaced is kept for a second.
    private RoutingPolicy lateKnownPolicy() {
        Dated newest = policies.getLast();
        boolean justNow = !newest.since().isBefore(clock().minus(RoutingPolicies.KEPT_FOR));
        return policies.size() > 1 && justNow && (seesPoliciesLate || random.nextBoolean())
                ? policies.get(policies.size() - 2).policy()
                : newest.policy();
    }

    /// Whenever the relay asks or does something, others may be faster.
    private void meanwhile(Runnable others) {
        Transaction mine = relaying;
        UUID mineBecause = cause;
        relaying = null;
        others.run();
        relaying = mine;
        cause = mineBecause;
        actor = null;
    }

    private void othersDoTheirs() {
        Runnable act = others;
        if (relaying != null && act != null) {
            others = null;
            meanwhile(act);
        }
    }

    private void othersMayAct() {
        if (relaying != null && !stages.isEmpty() && random.nextInt(40) == 0) {
            Transaction mine = relaying;
            Holder who = EVERYBODY.get(random.nextInt(EVERYBODY.size()));
            if (!mine.touches(who.role().stream(who.member()))) {
                changedMeanwhile++;
                meanwhile(() -> change(who));
            }
        }
    }

    private void park() {
        parked.putIfAbsent("deal-" + random.nextInt(stages.size() + 1), new ArrayList<>());
    }

    private void retry() {
        parked.keySet().stream().findFirst().ifPresent(deal -> {
            int before = log.size();
            List<LoggedFact> kept = parked.remove(deal);
            transaction(List.copyOf(kept));
            heardLate += (int) log.stream()
                    .skip(before)
                    .filter(fact -> kept.stream().anyMatch(news -> news.id().equals(fact.cause())))
                    .count();
        });
    }

    // --- what people do --------------------------------------------------------------------------------------------

    private void act(String by, Targeted command) {
        cause = null;
        actor = by;
        try {
            send(command, clock());
        } catch (SlotRefused | ResponsibilityRefused refused) {
            // then not
        }
        actor = null;
    }

    private void answer() {
        deals.forEach((deal, state) -> {
            if (random.nextInt(3) == 0
                    && state instanceof Held held
                    && held.handOver() instanceof Offered(String offer, Holder to)) {
                act(random.nextInt(5) == 0 ? "baton" : to.member(), reaction(deal, offer, to));
            }
        });
    }

    private ResponsibilityCommand reaction(String deal, String offer, Holder to) {
        return switch (random.nextInt(4)) {
            case 0 -> new DeclineOffer(deal, offer, to.member(), "busy", ground());
            case 1 -> new ExpireOffer(deal, offer, ExpiryCause.NOT_ACCEPTED_IN_TIME);
            default -> new AcceptOffer(deal, offer, Acceptance.PERSON, to.member());
        };
    }

    private @Nullable Ground ground() {
        return switch (random.nextInt(4)) {
            case 0 -> Ground.NOT_QUALIFIED;
            case 1 -> Ground.PACKAGE_INCOMPLETE;
            default -> null;
        };
    }

    private void reassign() {
        Holder to = anybody();
        String deal = "deal-" + random.nextInt(stages.size() + 1);
        if (deals.get(deal) instanceof Held && people.containsKey(to)) {
            act("mia", new ForceTransfer(deal, to, null, "mia"));
        }
    }

    private void changeSomebody() {
        change(anybody());
    }

    private void change(Holder who) {
        act(
                "mia",
                switch (random.nextInt(6)) {
                    case 0 -> new Depart(who.role(), who.member(), null);
                    case 1, 2 -> new JoinTeam(who.role(), who.member(), profile(), 2 + random.nextInt(9));
                    case 3 -> new ChangeAvailability(who.role(), who.member(), Availability.ABSENT, null, null);
                    case 4 -> new ChangeAvailability(who.role(), who.member(), Availability.AVAILABLE, null, null);
                    default -> new ChangeCapacity(who.role(), who.member(), random.nextInt(12));
                });
    }

    private void round() {
        new TreeMap<>(deals).forEach((deal, state) -> {
            if (state instanceof Held held) {
                if (held.handOver() instanceof Offered(String offer, Holder to) && gone(to)) {
                    act("baton", new ExpireOffer(deal, offer, ExpiryCause.DEPARTED));
                }
                if (held.handOver() instanceof Queued queued) {
                    Decider decider = Decider.of(this, policyFor(""), queued.role(), clock());
                    act("baton", new EscalateWait(deal, queued.role(), clock(), decider.manager(), decider.due()));
                }
                undecided(deal, held);
                if (gone(held.holder())) {
                    act("baton", new BeginRehoming(deal, held.holder(), RehomingCause.DEPARTED));
                } else if (!here(held.holder()) && random.nextInt(4) == 0) {
                    boolean delegated = policyFor("").of(held.holder().role()).delegates();
                    act("baton", new BeginRehoming(deal, held.holder(), RehomingCause.ABSENT, delegated));
                } else if (held.credit() != null && here(held.credit())) {
                    act("baton", new BeginRehoming(deal, held.holder(), RehomingCause.RETURNED));
                }
            }
        });
    }

    private void undecided(String deal, Held held) {
        switch (held.handOver()) {
            case Escalated(Role role, Decision decision) -> goesOn(deal, role, decision);
            case Queued(Role role, Instant _, Decision decision) when decision != null -> goesOn(deal, role, decision);
            default -> {}
        }
    }

    private void goesOn(String deal, Role role, Decision decision) {
        List<Next> line = Decider.after(List.of("max", "mia"), this, policyFor(""), role, clock());
        act("baton", new EscalateDecision(deal, role, clock(), decision.manager(), line));
    }

    private boolean gone(Holder who) {
        return people.get(who) instanceof Departed;
    }

    /// As the queue is woken: some time after a place was freed, if somebody still waits then.
    private void wakeTheQueue() {
        LoggedFact because = freed.poll();
        if (because == null) {
            return;
        }
        Role role = because.event() instanceof AssignmentQueued queued
                ? queued.role()
                : Role.ofStreamKind(because.stream().kind());
        for (WaitingLine.Place place : line.of(role, 1)) {
            if (deals.get(place.deal()) instanceof Held held && held.handOver() instanceof Queued) {
                cause = because.id();
                actor = null;
                send(new Wake(place.deal(), role, "a place became free"), clock());
                cause = null;
            }
        }
    }

    // --- the aggregates --------------------------------------------------------------------------------------------

    @Override
    public Object send(Targeted command, Instant effective) {
        othersMayAct();
        return switch (command) {
            case SlotKeepingCommand place -> place(place, effective);
            case ResponsibilityCommand deal -> decide(deal, effective);
            default -> throw new AssertionError(command);
        };
    }

    private SlotAnswer place(SlotKeepingCommand command, Instant effective) {
        Holder who = new Holder(command.role(), command.member());
        SlotKeepingState state = people.getOrDefault(who, new NotJoined());
        List<MemberEvent> events;
        try {
            events = SlotKeepingDecisions.decide(state, command);
        } catch (SlotRefused refused) {
            if (!(command instanceof ReserveSlot)) {
                throw refused;
            }
            return new SlotAnswer(refused.why());
        }
        for (MemberEvent event : events) {
            int before = state.slots().load();
            state = state.evolve(event);
            append(command.stream(), event, effective, cause, actor);
            boolean given = event instanceof SlotReserved place && !place.override();
            if (given) {
                taken.computeIfAbsent(who, key -> new ArrayList<>()).add(effective);
            }
            if (relaying != null) {
                relaying.loads.merge(who, state.slots().load() - before, Integer::sum);
            }
            if (relaying != null && given) {
                relaying.turns.put(who, Long.MAX_VALUE / 2 + facts);
            }
        }
        people.put(who, state);
        return new SlotAnswer(null);
    }

    private ResponsibilityAnswer decide(ResponsibilityCommand command, Instant effective) {
        ResponsibilityState state = deals.getOrDefault(command.deal(), new NotOpened());
        try {
            for (ResponsibilityEvent event : ResponsibilityDecisions.decide(state, command)) {
                state = state.evolve(event);
                append(command.stream(), event, effective, cause, actor);
                line.on(command.deal(), event, effective);
                if (state instanceof Held held && event instanceof AccountabilityFact) {
                    knowsTheCustomer(command.deal(), held.holder(), effective);
                }
            }
        } catch (ResponsibilityRefused refused) {
            return new ResponsibilityAnswer(refused.why());
        }
        deals.put(command.deal(), state);
        return new ResponsibilityAnswer(null);
    }

    // --- the team --------------------------------------------------------------------------------------------------

    private Seen seen() {
        Transaction mine = relaying;
        if (mine == null) {
            return read(Map.of());
        }
        if (mine.seen == null) {
            mine.seen = read(mine.loads);
            othersDoTheirs();
            othersRetryMeanwhile(mine);
        }
        return mine.seen;
    }

    private Seen read(Map<Holder, Integer> unwritten) {
        Map<Holder, Integer> loads = new HashMap<>();
        people.forEach((who, state) -> loads.put(who, state.slots().load() - unwritten.getOrDefault(who, 0)));
        return new Seen(log.size(), new LinkedHashMap<>(people), loads, new HashMap<>(turns));
    }

    /// On another instance: as long as this one has done nothing, neither waits for the other.
    private void othersRetryMeanwhile(Transaction mine) {
        if (mine.facts.isEmpty() && !parked.isEmpty() && random.nextInt(3) == 0) {
            retriedMeanwhile++;
            meanwhile(this::retry);
        }
    }

    @Override
    public List<Colleague> colleagues(Role role) {
        othersMayAct();
        Seen now = seen();
        Map<Holder, Integer> loads = relaying == null ? Map.of() : relaying.loads;
        Map<Holder, Long> later = relaying == null ? Map.of() : relaying.turns;
        List<Colleague> colleagues = new ArrayList<>();
        now.people().forEach((who, state) -> {
            if (who.role() == role && state instanceof Working working) {
                colleagues.add(new Colleague(
                        who.member(),
                        working.capacity(),
                        now.loads().getOrDefault(who, 0) + loads.getOrDefault(who, 0),
                        working.availability() == Availability.AVAILABLE,
                        working.profile().territories(),
                        working.profile().skills(),
                        Set.of(),
                        null,
                        later.getOrDefault(who, now.turns().getOrDefault(who, 0L)),
                        List.of()));
            }
        });
        return colleagues;
    }

    @Override
    public List<Colleague> colleagues(Role role, RoutingPolicy policy, Instant at) {
        return policy.of(role).spread().dailyIntake() == null
                ? colleagues(role)
                : colleagues(role).stream()
                        .map(one -> one.having(taken.getOrDefault(new Holder(role, one.member()), List.of()).stream()
                                .filter(when -> Duration.between(when, at).abs().compareTo(Colleague.COUNTED) < 0)
                                .toList()))
                        .toList();
    }

    @Override
    public @Nullable String owner(@Nullable String customer, Role role, RoutingPolicy policy) {
        return customer == null || !policy.of(role).spread().prefers(Preference.ACCOUNT_OWNER)
                ? null
                : owner((relaying == null ? owners : relaying.owners).get(new Account(customer, role)));
    }

    private static @Nullable String owner(@Nullable Owner known) {
        return known == null ? null : known.member();
    }

    private void knowsTheCustomer(String deal, Holder holder, Instant since) {
        String customer = customers.get(deal);
        if (customer != null) {
            Account account = new Account(customer, holder.role());
            Owner before = owners.get(account);
            if (before == null || !before.since().isAfter(since)) {
                owners.put(account, new Owner(holder.member(), since));
            }
        }
    }

    @Override
    public Long peopleAsOf() {
        return seen().asOf();
    }

    @Override
    public boolean knows(Holder holder) {
        Transaction mine = relaying;
        boolean known = (mine == null || mine.seen == null ? people : mine.seen.people()).containsKey(holder);
        othersDoTheirs();
        othersMayAct();
        return known;
    }

    @Override
    public Holder steward() {
        return STEWARD;
    }

    @Override
    public @Nullable Holder standIn(Holder gone) {
        return StandIns.choose(STEWARD, gone, colleagues(SALES_MANAGER));
    }

    @Override
    public Holder inChargeFor(Holder named) {
        return StandIns.inChargeFor(named, steward(), colleagues(SALES_MANAGER));
    }

    @Override
    public RoutingPolicy policyFor(String pipeline) {
        return relaying == null ? policies.getLast().policy() : relaying.policy;
    }
}
