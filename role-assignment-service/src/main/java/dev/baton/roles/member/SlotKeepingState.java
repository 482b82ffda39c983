package dev.baton.roles.member;

import dev.baton.contract.member.CounselEvent;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent;
import dev.baton.contract.member.SlotEvent.SlotConfirmed;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one person in one role has become so far.
public sealed interface SlotKeepingState {
    SlotKeepingState evolve(MemberEvent event);

    Slots slots();

    /// Nobody has joined under this name.
    record NotJoined() implements SlotKeepingState {
        @Override
        public Slots slots() {
            return Slots.NONE;
        }

        @Override
        public SlotKeepingState evolve(MemberEvent event) {
            return switch (event) {
                case MemberJoined joined -> Working.joined(joined, Slots.NONE, Counsel.NONE);
                case EmploymentEvent other -> throw impossible(this, other);
                case SlotEvent other -> throw impossible(this, other);
                case CounselEvent other -> throw impossible(this, other);
            };
        }
    }

    /// @param until when an absence is expected to end
    record Working(
            Profile profile,
            int capacity,
            Availability availability,
            @Nullable Instant until,
            Slots slots,
            Counsel counsel)
            implements SlotKeepingState {
        static Working joined(MemberJoined joined, Slots kept, Counsel told) {
            Profile profile = new Profile(
                    joined.name(),
                    joined.territories(),
                    joined.skills(),
                    joined.languages(),
                    joined.manager(),
                    joined.started());
            return new Working(profile, joined.capacity(), Availability.AVAILABLE, null, kept, told);
        }

        int free() {
            return capacity - slots.load();
        }

        @Override
        public SlotKeepingState evolve(MemberEvent event) {
            return switch (event) {
                case EmploymentEvent employment -> employed(employment);
                case SlotEvent slot -> new Working(profile, capacity, availability, until, moved(slots, slot), counsel);
                case CounselEvent told ->
                    new Working(profile, capacity, availability, until, slots, counsel.after(told));
            };
        }

        private SlotKeepingState employed(EmploymentEvent event) {
            return switch (event) {
                case MemberJoined again -> throw impossible(this, again);
                case CapacityChanged changed ->
                    new Working(profile, changed.capacity(), availability, until, slots, counsel);
                case ProfileChanged changed ->
                    new Working(profile(changed), capacity, availability, until, slots, counsel);
                case AvailabilityChanged changed ->
                    new Working(profile, capacity, changed.availability(), changed.until(), slots, counsel);
                case MemberDeparted gone -> new Departed(slots, counsel);
            };
        }

        private static Profile profile(ProfileChanged changed) {
            return new Profile(
                    changed.name(),
                    changed.territories(),
                    changed.skills(),
                    changed.languages(),
                    changed.manager(),
                    changed.started());
        }
    }

    /// Gone; what was still held stays until it is handed on.
    record Departed(Slots slots, Counsel counsel) implements SlotKeepingState {
        @Override
        public SlotKeepingState evolve(MemberEvent event) {
            return switch (event) {
                case MemberJoined back -> Working.joined(back, slots, counsel);
                case EmploymentEvent other -> throw impossible(this, other);
                case SlotEvent slot -> new Departed(moved(slots, slot), counsel);
                case CounselEvent other -> throw impossible(this, other);
            };
        }
    }

    private static Slots moved(Slots slots, SlotEvent event) {
        return switch (event) {
            case SlotReserved reserved -> slots.reserve(reserved.deal(), reserved.weight());
            case SlotConfirmed confirmed -> slots.confirm(confirmed.deal());
            case SlotWeighed weighed -> slots.weigh(weighed.deal(), weighed.weight());
            case SlotReleased released -> slots.release(released.deal());
        };
    }

    private static IllegalStateException impossible(SlotKeepingState state, MemberEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
