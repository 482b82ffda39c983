package dev.baton.roles.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person as routing sees them in one role.
///
/// @param load the weight that is reserved or used
/// @param territories empty means everywhere
/// @param skills empty means every product
/// @param languages empty means every language
/// @param started since when they have worked in this role; absent when that does not matter any more
/// @param turn the larger, the later they were given their latest deal; 0 before the first
/// @param taken when they took the deals of the last days, as far as a daily intake may count them
public record Colleague(
        String member,
        int capacity,
        int load,
        boolean available,
        Set<String> territories,
        Set<String> skills,
        Set<String> languages,
        @Nullable Instant started,
        long turn,
        List<Instant> taken) {
    /// A day anywhere on earth ends within so long.
    public static final Duration COUNTED = Duration.ofHours(48);

    public Colleague {
        territories = Set.copyOf(territories);
        skills = Set.copyOf(skills);
        languages = Set.copyOf(languages);
        taken = List.copyOf(taken);
    }

    public Colleague(
            String member, int capacity, int load, boolean available, Set<String> territories, Set<String> skills) {
        this(member, capacity, load, available, territories, skills, Set.of(), null, 0, List.of());
    }

    /// 0 free to 1 full.
    public double share() {
        return capacity == 0 ? 1 : (double) load / capacity;
    }

    /// The same person with more to carry.
    public Colleague carrying(int weight) {
        return weight == 0 ? this : with(load + weight, turn, taken);
    }

    /// The same person after one more deal, which they took at that moment.
    ///
    /// @param nextTurn larger than anybody's before
    public Colleague taking(int weight, long nextTurn, Instant at) {
        List<Instant> more = new ArrayList<>(taken);
        more.add(at);
        return with(load + weight, nextTurn, more);
    }

    /// The same person after what they took besides.
    public Colleague having(List<Instant> besides) {
        if (besides.isEmpty()) {
            return this;
        }
        List<Instant> more = new ArrayList<>(taken);
        more.addAll(besides);
        return with(load, turn, more);
    }

    /// The same person, whose latest turn may have been later.
    public Colleague later(long anotherTurn) {
        return anotherTurn <= turn ? this : with(load, anotherTurn, taken);
    }

    /// The same person, had they been given their latest deal then.
    public Colleague withTurn(long then) {
        return then == turn ? this : with(load, then, taken);
    }

    private Colleague with(int nextLoad, long nextTurn, List<Instant> nextTaken) {
        return new Colleague(
                member, capacity, nextLoad, available, territories, skills, languages, started, nextTurn, nextTaken);
    }
}
