package dev.baton.projections.testing;

import dev.baton.contract.json.JsonEventCodec;
import dev.baton.projections.fact.Fact;
import dev.baton.projections.fact.FactReader;
import dev.baton.projections.fact.MemberFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import java.util.List;
import java.util.Objects;

/// What an [EventBook] comes to when it is read, and folded without any database.
public final class Facts {
    private static final FactReader READER = new FactReader(new JsonEventCodec());

    private Facts() {}

    public static List<StoryFact> ofDeal(EventBook book, String deal) {
        return book.events().stream()
                .map(READER::read)
                .filter(StoryFact.class::isInstance)
                .map(StoryFact.class::cast)
                .filter(fact -> fact.deal().equals(deal))
                .toList();
    }

    public static List<MemberFact> ofMember(EventBook book, String stream) {
        return book.events().stream()
                .map(READER::read)
                .filter(MemberFact.class::isInstance)
                .map(MemberFact.class::cast)
                .filter(fact -> fact.key().equals(stream))
                .toList();
    }

    /// One after the other, from nothing.
    public static <F extends Fact, S> S folded(Fold<F, S> fold, List<F> facts) {
        S state = null;
        for (F fact : facts) {
            state = fold.apply(state, fact);
        }
        return Objects.requireNonNull(state);
    }
}
