package dev.baton.projections.workload;

import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent.Availability;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A person in a role, as they are now.
///
/// @param stream for instance `account-executive/anna`
/// @param territories where they work; empty means everywhere
public record Person(
        String stream,
        Role role,
        String member,
        String name,
        int capacity,
        SortedSet<String> territories,
        SortedSet<String> skills,
        SortedSet<String> languages,
        Availability availability,
        Instant joined,
        @Nullable Instant departed) {

    Person withCapacity(int points) {
        return new Person(
                stream, role, member, name, points, territories, skills, languages, availability, joined, departed);
    }

    Person known(String as, Set<String> where, Set<String> able, Set<String> speaks) {
        return new Person(
                stream,
                role,
                member,
                as,
                capacity,
                new TreeSet<>(where),
                new TreeSet<>(able),
                new TreeSet<>(speaks),
                availability,
                joined,
                departed);
    }

    Person available(Availability now) {
        return new Person(stream, role, member, name, capacity, territories, skills, languages, now, joined, departed);
    }

    Person departed(Instant at) {
        return new Person(
                stream, role, member, name, capacity, territories, skills, languages, availability, joined, at);
    }
}
