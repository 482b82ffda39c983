package dev.baton.roles.whatif;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.ChangeCapacity;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is there, or joins some time later, and what they do.
final class GeneratedPeople {
    private static final List<Holder> AT_FIRST = List.of(
            SimulatedService.STEWARD,
            new Holder(SALES_MANAGER, "mia"),
            new Holder(SALES_REPRESENTATIVE, "rita"),
            new Holder(SALES_REPRESENTATIVE, "ron"),
            new Holder(ACCOUNT_EXECUTIVE, "anna"),
            new Holder(ACCOUNT_EXECUTIVE, "ben"),
            new Holder(ACCOUNT_EXECUTIVE, "cleo"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sue"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sid"));

    /// If ever.
    private static final List<Holder> LATER = List.of(
            new Holder(SALES_MANAGER, "max"),
            new Holder(SALES_REPRESENTATIVE, "rose"),
            new Holder(ACCOUNT_EXECUTIVE, "dora"));

    private static final List<Holder> EVERYBODY =
            Stream.concat(AT_FIRST.stream(), LATER.stream()).toList();

    private final GeneratedHistory history;
    private final Random random;

    GeneratedPeople(GeneratedHistory history) {
        this.history = history;
        this.random = history.random;
    }

    void join() {
        AT_FIRST.forEach(person -> history.act("mia", joining(person)));
    }

    private SlotKeepingCommand joining(Holder who) {
        return new JoinTeam(who.role(), who.member(), profile(), 2 + random.nextInt(9));
    }

    private Profile profile() {
        return new Profile("x", random.nextBoolean() ? Set.of() : Set.of("East"), Set.of(), Set.of());
    }

    Holder anybody() {
        return EVERYBODY.get(random.nextInt(EVERYBODY.size()));
    }

    Holder executive() {
        return random.nextInt(5) == 0 ? LATER.getLast() : AT_FIRST.get(4 + random.nextInt(3));
    }

    Holder manager() {
        return random.nextInt(3) == 0 ? LATER.getFirst() : AT_FIRST.get(random.nextInt(2));
    }

    // --- what they do ----------------------------------------------------------------------------------------------

    void answer() {
        history.deals.forEach((deal, state) -> {
            if (random.nextInt(3) == 0
                    && state instanceof Held held
                    && held.handOver() instanceof Offered(String offer, Holder to)) {
                history.act(random.nextInt(5) == 0 ? "baton" : to.member(), reaction(deal, offer, to));
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

    void reassign() {
        Holder to = anybody();
        String deal = history.anyDealOrNone();
        if (history.deals.get(deal) instanceof Held && history.people.containsKey(to)) {
            history.act("mia", new ForceTransfer(deal, to, null, "mia"));
        }
    }

    void changeSomebody() {
        change(anybody());
    }

    void change(Holder who) {
        history.act("mia", changing(who));
    }

    private SlotKeepingCommand changing(Holder who) {
        return switch (random.nextInt(6)) {
            case 0 -> new Depart(who.role(), who.member(), null);
            case 1, 2 -> joining(who);
            case 3 -> new ChangeAvailability(who.role(), who.member(), Availability.ABSENT, null, null);
            case 4 -> new ChangeAvailability(who.role(), who.member(), Availability.AVAILABLE, null, null);
            default -> new ChangeCapacity(who.role(), who.member(), random.nextInt(12));
        };
    }
}
