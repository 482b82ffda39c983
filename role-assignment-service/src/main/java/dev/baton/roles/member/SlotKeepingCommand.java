package dev.baton.roles.member;

import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;
import dev.baton.contract.member.EmploymentEvent.Availability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that may be asked of one person in one role.
public sealed interface SlotKeepingCommand extends Targeted
        permits CounselCommand,
                SlotKeepingCommand.JoinTeam,
                SlotKeepingCommand.ChangeCapacity,
                SlotKeepingCommand.ChangeProfile,
                SlotKeepingCommand.ChangeAvailability,
                SlotKeepingCommand.Depart,
                SlotKeepingCommand.ReserveSlot,
                SlotKeepingCommand.ConfirmSlot,
                SlotKeepingCommand.WeighSlot,
                SlotKeepingCommand.ReleaseSlot {
    Role role();

    String member();

    @Override
    default StreamId stream() {
        return role().stream(member());
    }

    /// @param capacity the weight that the person can carry in this role
    record JoinTeam(Role role, String member, Profile profile, int capacity) implements SlotKeepingCommand {
        public JoinTeam {
            Require.text("id", member);
            Require.notNegative("capacity", capacity);
        }
    }

    record ChangeCapacity(Role role, String member, int capacity) implements SlotKeepingCommand {
        public ChangeCapacity {
            Require.notNegative("capacity", capacity);
        }
    }

    record ChangeProfile(Role role, String member, Profile profile) implements SlotKeepingCommand {}

    /// @param until when an absence is expected to end
    record ChangeAvailability(
            Role role,
            String member,
            Availability availability,
            @Nullable Instant until,
            @Nullable String reason) implements SlotKeepingCommand {}

    record Depart(Role role, String member, @Nullable String reason) implements SlotKeepingCommand {}

    /// @param override take the place even above capacity: a steward, a manager's word, or the finder
    record ReserveSlot(Role role, String member, String deal, int weight, boolean override, String reason)
            implements SlotKeepingCommand {
        public ReserveSlot {
            Require.text("deal", deal);
            Require.notNegative("weight", weight);
        }
    }

    record ConfirmSlot(Role role, String member, String deal) implements SlotKeepingCommand {}

    /// @param weight what the deal takes from here on
    record WeighSlot(Role role, String member, String deal, int weight, String reason) implements SlotKeepingCommand {
        public WeighSlot {
            Require.text("deal", deal);
            Require.notNegative("weight", weight);
        }
    }

    record ReleaseSlot(Role role, String member, String deal, String reason) implements SlotKeepingCommand {}

    /// @param territories where the person works; empty means everywhere
    /// @param manager whom the person reports to; absent when that is any sales manager
    /// @param started since when they have worked in this role; absent when that is since joining
    record Profile(
            String name,
            Set<String> territories,
            Set<String> skills,
            Set<String> languages,
            @Nullable String manager,
            @Nullable LocalDate started) {
        public Profile(String name, Set<String> territories, Set<String> skills, Set<String> languages) {
            this(name, territories, skills, languages, null, null);
        }

        public Profile {
            Require.text("name", name);
            territories = Set.copyOf(territories);
            skills = Set.copyOf(skills);
            languages = Set.copyOf(languages);
        }
    }
}
