package dev.baton.deal.command;

import dev.baton.deal.aggregate.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person is told whose command was carried out.
///
/// @param version the deal's version now, for `If-Match`
/// @param likelyDuplicates deals of the same customer with the same need that are on their way; absent when none is
public record DealAnswer(
        String dealId, String state, long version, @Nullable List<String> likelyDuplicates) {

    static DealAnswer of(Receipt receipt) {
        return warning(receipt, List.of());
    }

    static DealAnswer warning(Receipt receipt, List<String> likelyDuplicates) {
        return new DealAnswer(
                receipt.deal(),
                receipt.state(),
                receipt.version(),
                likelyDuplicates.isEmpty() ? null : List.copyOf(likelyDuplicates));
    }
}
