package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.ChangeCapacity;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.member.SlotRefused;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What people do: answer or miss what they are offered, reassign, leave, come back, be away, have more or less room.
final class RandomActs {
    private final Interleaving in;

    RandomActs(Interleaving in) {
        this.in = in;
    }

    List<Runnable> all() {
        return List.of(
                () -> answer(RandomActs::accept),
                () -> answer(RandomActs::accept),
                () -> answer(this::decline),
                () -> answer((deal, offer) -> new ExpireOffer(deal, offer.offer(), ExpiryCause.NOT_ACCEPTED_IN_TIME)),
                () -> in.rarely(this::reassign),
                () -> in.rarely(this::leave),
                () -> in.rarely(this::comeBack),
                () -> in.rarely(this::goAway),
                () -> in.rarely(this::changeCapacity),
                () -> in.department.takenByOthers.put(in.person(), 1));
    }

    private void answer(BiFunction<String, Offered, ResponsibilityCommand> how) {
        String deal = in.deal();
        if (in.department.of(deal) instanceof Held held && held.handOver() instanceof Offered offered) {
            in.act(how.apply(deal, offered));
        }
    }

    private static ResponsibilityCommand accept(String deal, Offered offered) {
        return new AcceptOffer(
                deal, offered.offer(), Acceptance.PERSON, offered.to().member());
    }

    private ResponsibilityCommand decline(String deal, Offered offered) {
        return new DeclineOffer(deal, offered.offer(), offered.to().member(), "busy", ground());
    }

    private @Nullable Ground ground() {
        return switch (in.random.nextInt(6)) {
            case 0, 1 -> Ground.NOT_QUALIFIED;
            case 2 -> Ground.PACKAGE_INCOMPLETE;
            default -> null;
        };
    }

    private void reassign() {
        Holder to = in.person();
        if (!(in.department.people().get(to) instanceof Departed)) {
            in.act(new ForceTransfer(in.deal(), to, null, "mia"));
        }
    }

    private void leave() {
        Holder who = anybodyButTheSteward();
        in.department.send(new Depart(who.role(), who.member(), null), in.now());
    }

    private void comeBack() {
        Holder who = in.person();
        in.department.join(who.role(), who.member(), 5 + in.random.nextInt(40));
    }

    private void goAway() {
        Holder who = anybodyButTheSteward();
        Availability to = in.random.nextBoolean() ? Availability.ABSENT : Availability.AVAILABLE;
        unlessDeparted(new ChangeAvailability(who.role(), who.member(), to, null, null));
    }

    private void changeCapacity() {
        Holder who = in.person();
        unlessDeparted(new ChangeCapacity(who.role(), who.member(), in.random.nextInt(40)));
    }

    private Holder anybodyButTheSteward() {
        return Interleaving.PEOPLE.get(1 + in.random.nextInt(Interleaving.PEOPLE.size() - 1));
    }

    private void unlessDeparted(SlotKeepingCommand command) {
        try {
            in.department.send(command, in.now());
        } catch (SlotRefused gone) {
            // then not
        }
    }
}
