package dev.baton.contract.member;

import dev.baton.contract.Require;
import dev.baton.contract.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Joining, leaving, and how much a person can carry.
public sealed interface EmploymentEvent extends MemberEvent {

    /// @param capacity the weight that the person can carry in this role
    /// @param territories where the person works; empty means everywhere
    /// @param manager whom the person reports to; absent when that is any sales manager
    /// @param started since when the person has worked in this role; absent when that is since joining
    record MemberJoined(
            String member,
            String name,
            Role role,
            int capacity,
            Set<String> territories,
            Set<String> skills,
            Set<String> languages,
            @Nullable String manager,
            @Nullable LocalDate started)
            implements EmploymentEvent {
        public MemberJoined {
            Require.text("member", member);
            Require.text("name", name);
            Require.present("role", role);
            Require.notNegative("capacity", capacity);
            territories = sorted(territories);
            skills = sorted(skills);
            languages = sorted(languages);
            Require.optionalText("manager", manager);
        }

        public MemberJoined(
                String member,
                String name,
                Role role,
                int capacity,
                Set<String> territories,
                Set<String> skills,
                Set<String> languages) {
            this(member, name, role, capacity, territories, skills, languages, null, null);
        }
    }

    record CapacityChanged(int capacity) implements EmploymentEvent {
        public CapacityChanged {
            Require.notNegative("capacity", capacity);
        }
    }

    /// What the person knows and where they work, as it is from now on.
    record ProfileChanged(
            String name,
            Set<String> territories,
            Set<String> skills,
            Set<String> languages,
            @Nullable String manager,
            @Nullable LocalDate started)
            implements EmploymentEvent {
        public ProfileChanged {
            Require.text("name", name);
            territories = sorted(territories);
            skills = sorted(skills);
            languages = sorted(languages);
            Require.optionalText("manager", manager);
        }

        public ProfileChanged(String name, Set<String> territories, Set<String> skills, Set<String> languages) {
            this(name, territories, skills, languages, null, null);
        }
    }

    /// @param until when an absence is expected to end
    record AvailabilityChanged(
            Availability availability,
            @Nullable Instant until,
            @Nullable String reason) implements EmploymentEvent {
        public AvailabilityChanged {
            Require.present("availability", availability);
        }
    }

    record MemberDeparted(@Nullable String reason) implements EmploymentEvent {}

    enum Availability {
        AVAILABLE,
        ABSENT
    }

    private static SortedSet<String> sorted(@Nullable Set<String> values) {
        return values == null ? new TreeSet<>() : new TreeSet<>(values);
    }
}
