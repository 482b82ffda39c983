package dev.baton.projections.support;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// All rows of one deal.
///
/// @param commitments by name
/// @param cases by ticket
public record Support(SupportDeal deal, Map<String, Commitment> commitments, Map<String, SupportCase> cases) {

    Support change(UnaryOperator<SupportDeal> change) {
        return new Support(change.apply(deal), commitments, cases);
    }

    Support with(Commitment commitment) {
        Map<String, Commitment> all = new LinkedHashMap<>(commitments);
        all.put(commitment.commitment(), commitment);
        return new Support(deal, all, cases);
    }

    Support with(SupportCase it) {
        Map<String, SupportCase> all = new LinkedHashMap<>(cases);
        all.put(it.ticket(), it);
        return new Support(deal, commitments, all);
    }

    /// Nothing that was promised is owed any more.
    Support voided(Instant at) {
        Map<String, Commitment> all = new LinkedHashMap<>(commitments);
        all.replaceAll((name, commitment) -> commitment.voidedAt(at));
        return new Support(deal, all, cases);
    }

    /// @throws IllegalStateException when no such commitment was made
    Support commitment(String name, UnaryOperator<Commitment> change) {
        Commitment made = commitments.get(name);
        if (made == null) {
            throw new IllegalStateException("commitment " + name + " of deal " + deal.deal() + " was never made");
        }
        return with(change.apply(made));
    }

    /// @throws IllegalStateException when no such case was opened
    Support ticket(String name, UnaryOperator<SupportCase> change) {
        SupportCase opened = cases.get(name);
        if (opened == null) {
            throw new IllegalStateException("case " + name + " of deal " + deal.deal() + " was never opened");
        }
        return with(change.apply(opened));
    }
}
