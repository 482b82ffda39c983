package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// What was done to people while a step was on its way to its commit, by others and, earlier in
/// the same commit, by the relay itself.
///
/// @param news the position of what the step follows from
/// @param sinceTheNews since the step's news was in the log: others' facts it may have known of
/// @param sinceItRead since the position up to which the step knew people: of others' facts it knew
///     nothing
/// @param recorded when the step was committed
record Meanwhile(long news, Collection<Change> sinceTheNews, Collection<Change> sinceItRead, Instant recorded) {
    static final Meanwhile NOTHING = new Meanwhile(0, List.of(), List.of(), Instant.EPOCH);

    /// One fact about a person.
    ///
    /// @param weight by which they carry more, or less
    /// @param given whether routing gave them a place
    /// @param recorded the same for all facts of one commit, and later than those before
    record Change(Holder who, int weight, boolean given, Instant recorded) {}

    /// Whether others changed anything about somebody.
    boolean concerns(Holder who) {
        return sinceTheNews.stream()
                .anyMatch(change -> isOthers(change) && change.who().equals(who));
    }

    /// Others' facts that the step knew nothing of: what is its own comes after them.
    List<Change> unseen() {
        return sinceItRead.stream().takeWhile(this::isOthers).toList();
    }

    /// How many places the same commit had given to somebody before.
    int ownPlaces(Holder who) {
        return places(sinceItRead.stream().filter(change -> !isOthers(change)).toList(), who);
    }

    static int places(List<Change> changes, Holder who) {
        return (int) changes.stream()
                .filter(change -> change.given() && change.who().equals(who))
                .count();
    }

    private boolean isOthers(Change change) {
        return !change.recorded().equals(recorded);
    }
}
