package dev.baton.deal.command;

import dev.baton.deal.aggregate.Receipt;

/// What a person is told whose command was carried out.
///
/// @param version the deal's version now, for `If-Match`
public record DealAnswer(String dealId, String state, long version) {

    static DealAnswer of(Receipt receipt) {
        return new DealAnswer(receipt.deal(), receipt.state(), receipt.version());
    }
}
