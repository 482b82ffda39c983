package dev.baton.roles.routing;

import java.util.Set;

/// A person as routing sees them in one role.
///
/// @param load the weight that is reserved or used
/// @param territories empty means everywhere
/// @param skills empty means every product
public record Colleague(
        String member, int capacity, int load, boolean available, Set<String> territories, Set<String> skills) {
    int free() {
        return capacity - load;
    }

    /// 0 free to 1 full.
    public double share() {
        return capacity == 0 ? 1 : (double) load / capacity;
    }

    /// The same person after one more deal of this weight.
    public Colleague carrying(int weight) {
        return new Colleague(member, capacity, load + weight, available, territories, skills);
    }
}
