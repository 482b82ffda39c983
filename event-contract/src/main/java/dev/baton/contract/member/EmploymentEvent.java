package dev.baton.contract.member;

import dev.baton.contract.Require;
import dev.baton.contract.Role;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Joining, leaving, and how much a person can carry.
public sealed interface EmploymentEvent extends MemberEvent {

    /// @param capacity the weight that the person can carry in this role
    /// @param territories where the person works; empty means everywhere
    record MemberJoined(
            String member,
            String name,
            Role role,
            int capacity,
            Set<String> territories,
            Set<String> skills,
            Set<String> languages)
            implements EmploymentEvent {
        public MemberJoined {
            Require.text("member", member);
            Require.text("name", name);
            Require.present("role", role);
            Require.notNegative("capacity", capacity);
            territories = sorted(territories);
            skills = sorted(skills);
            languages = sorted(languages);
        }
    }

    record CapacityChanged(int capacity) implements EmploymentEvent {
        public CapacityChanged {
            Require.notNegative("capacity", capacity);
        }
    }

    /// What the person knows and where they work, as it is from now on.
    record ProfileChanged(String name, Set<String> territories, Set<String> skills, Set<String> languages)
            implements EmploymentEvent {
        public ProfileChanged {
            Require.text("name", name);
            territories = sorted(territories);
            skills = sorted(skills);
            languages = sorted(languages);
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
