package dev.baton.roles.responsibility;

import org.jspecify.annotations.Nullable;

/// What became of a command that no person gave.
///
/// A person is refused by an exception. The saga is answered: somebody was faster, and the news of it is on its way;
/// an exception would mark its transaction as lost, and the same events would fail again and again before that news.
///
/// @param refused why not; absent when it was done
public record ResponsibilityAnswer(ResponsibilityRefused.@Nullable Why refused) {
    static final ResponsibilityAnswer DONE = new ResponsibilityAnswer(null);

    public boolean done() {
        return refused == null;
    }
}
