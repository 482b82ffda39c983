package dev.baton.roles.member;

import static dev.baton.roles.member.SlotRefused.Why.CAPACITY_REACHED;
import static dev.baton.roles.member.SlotRefused.Why.MEMBER_ABSENT;
import static dev.baton.roles.member.SlotRefused.Why.MEMBER_DEPARTED;
import static dev.baton.roles.member.SlotRefused.Why.MEMBER_UNKNOWN;
import static dev.baton.roles.member.SlotRefused.Why.NO_SUCH_SLOT;
import static dev.baton.roles.member.SlotRefused.Why.ROLE_NEVER_CARRIES;

import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent.SlotConfirmed;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.ChangeCapacity;
import dev.baton.roles.member.SlotKeepingCommand.ChangeProfile;
import dev.baton.roles.member.SlotKeepingCommand.ConfirmSlot;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import dev.baton.roles.member.SlotKeepingCommand.ReleaseSlot;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import dev.baton.roles.member.SlotKeepingCommand.WeighSlot;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.member.SlotKeepingState.Working;
import java.util.ArrayList;
import java.util.List;

/// What a person in a role can be asked. Nothing is taken above capacity, nor by somebody who is absent or gone,
/// unless overridden; what is asked again is granted again without a fact.
public final class SlotKeepingDecisions {
    private SlotKeepingDecisions() {}

    /// @throws SlotRefused when it cannot be
    public static List<MemberEvent> decide(SlotKeepingState state, SlotKeepingCommand command) {
        if (command instanceof ReserveSlot reserve && reserve.role() == Role.SALES_SPECIALIST) {
            throw new SlotRefused(ROLE_NEVER_CARRIES, "a sales specialist is consulted, never accountable");
        }
        return switch (state) {
            case NotJoined nobody -> ofNobody(command);
            case Working working -> ofWorking(working, command);
            case Departed departed -> ofDeparted(departed, command);
        };
    }

    private static List<MemberEvent> ofNobody(SlotKeepingCommand command) {
        if (command instanceof JoinTeam join) {
            return List.of(joined(join));
        }
        throw new SlotRefused(MEMBER_UNKNOWN, command.stream() + " has not joined");
    }

    private static List<MemberEvent> ofWorking(Working working, SlotKeepingCommand command) {
        return switch (command) {
            case JoinTeam again -> asOf(working, again.profile(), again.capacity());
            case ChangeCapacity change -> asOf(working, working.profile(), change.capacity());
            case ChangeProfile change -> asOf(working, change.profile(), working.capacity());
            case ChangeAvailability change -> available(working, change);
            case Depart depart -> List.of(new MemberDeparted(depart.reason()));
            case ReserveSlot reserve -> reserve(working, reserve);
            case ConfirmSlot confirm -> confirm(working.slots(), confirm);
            case WeighSlot weigh -> weigh(working.slots(), weigh);
            case ReleaseSlot release -> release(working.slots(), release);
            case CounselCommand counsel -> CounselDecisions.decide(working.counsel(), counsel);
        };
    }

    private static List<MemberEvent> ofDeparted(Departed departed, SlotKeepingCommand command) {
        return switch (command) {
            case JoinTeam back -> List.of(joined(back));
            case Depart again -> List.of();
            case ReserveSlot reserve when departed.slots().has(reserve.deal()) -> List.of();
            case ReserveSlot reserve when reserve.override() -> List.of(reserved(reserve));
            case ConfirmSlot confirm -> confirm(departed.slots(), confirm);
            case WeighSlot weigh -> weigh(departed.slots(), weigh);
            case ReleaseSlot release -> release(departed.slots(), release);
            case ReserveSlot other -> throw gone(other);
            case ChangeCapacity other -> throw gone(other);
            case ChangeProfile other -> throw gone(other);
            case ChangeAvailability other -> throw gone(other);
            case CounselCommand other -> throw gone(other);
        };
    }

    private static List<MemberEvent> asOf(Working now, Profile profile, int capacity) {
        List<MemberEvent> events = new ArrayList<>();
        if (!profile.equals(now.profile())) {
            events.add(new ProfileChanged(
                    profile.name(),
                    profile.territories(),
                    profile.skills(),
                    profile.languages(),
                    profile.manager(),
                    profile.started()));
        }
        if (capacity != now.capacity()) {
            events.add(new CapacityChanged(capacity));
        }
        return events;
    }

    /// Who is away already may stay away for longer, or be back sooner; to say no end takes none
    /// back.
    private static List<MemberEvent> available(Working working, ChangeAvailability change) {
        boolean away = change.availability() == Availability.ABSENT;
        boolean sameEnd = !away || change.until() == null || change.until().equals(working.until());
        return working.availability() == change.availability() && sameEnd
                ? List.of()
                : List.of(
                        new AvailabilityChanged(change.availability(), away ? change.until() : null, change.reason()));
    }

    private static List<MemberEvent> reserve(Working working, ReserveSlot reserve) {
        if (working.slots().has(reserve.deal())) {
            return List.of();
        }
        if (!reserve.override()) {
            refuseWhatCannotBeTaken(working, reserve);
        }
        return List.of(reserved(reserve));
    }

    private static void refuseWhatCannotBeTaken(Working working, ReserveSlot reserve) {
        if (working.availability() == Availability.ABSENT) {
            throw new SlotRefused(MEMBER_ABSENT, reserve.stream() + " is absent");
        }
        if (working.free() < reserve.weight()) {
            throw new SlotRefused(
                    CAPACITY_REACHED,
                    "%s carries %d of %d, %d more is too much"
                            .formatted(reserve.stream(), working.slots().load(), working.capacity(), reserve.weight()));
        }
    }

    private static List<MemberEvent> confirm(Slots slots, ConfirmSlot confirm) {
        Slots.Slot slot = slots.of(confirm.deal());
        if (slot == null) {
            throw new SlotRefused(NO_SUCH_SLOT, confirm.stream() + " has no slot for deal " + confirm.deal());
        }
        return slot.confirmed() ? List.of() : List.of(new SlotConfirmed(confirm.deal()));
    }

    /// What is held stays held, also when it weighs more than there is room for: that stops intake, as less capacity
    /// does.
    private static List<MemberEvent> weigh(Slots slots, WeighSlot weigh) {
        Slots.Slot slot = slots.of(weigh.deal());
        return slot == null || slot.weight() == weigh.weight()
                ? List.of()
                : List.of(new SlotWeighed(weigh.deal(), weigh.weight(), weigh.reason()));
    }

    private static List<MemberEvent> release(Slots slots, ReleaseSlot release) {
        return slots.has(release.deal()) ? List.of(new SlotReleased(release.deal(), release.reason())) : List.of();
    }

    private static MemberJoined joined(JoinTeam join) {
        Profile profile = join.profile();
        return new MemberJoined(
                join.member(),
                profile.name(),
                join.role(),
                join.capacity(),
                profile.territories(),
                profile.skills(),
                profile.languages(),
                profile.manager(),
                profile.started());
    }

    private static SlotReserved reserved(ReserveSlot reserve) {
        return new SlotReserved(reserve.deal(), reserve.weight(), reserve.override(), reserve.reason());
    }

    private static SlotRefused gone(SlotKeepingCommand command) {
        return new SlotRefused(MEMBER_DEPARTED, command.stream() + " has departed");
    }
}
