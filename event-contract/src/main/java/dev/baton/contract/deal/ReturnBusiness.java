package dev.baton.contract.deal;

import dev.baton.contract.Require;

/// Where a lead comes from that a customer's earlier deal brought.
///
/// @param deal the earlier deal's id
/// @param kind how the customer comes back
/// @param raisedBy the support representative who is credited with the source
public record ReturnBusiness(String deal, Kind kind, String raisedBy) {
    public ReturnBusiness {
        Require.text("deal", deal);
        Require.present("kind", kind);
        Require.text("raisedBy", raisedBy);
    }

    public enum Kind {
        /// The same again.
        RENEWAL,
        /// More of it.
        UPSELL,
        /// A customer who left, or who never came.
        WIN_BACK
    }
}
