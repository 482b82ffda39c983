package dev.baton.contract.deal;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;

/// Who may act on the deal, as the deal itself has recognised.
public sealed interface AccountabilityEvent extends DealEvent {

    /// The deal recognises a new holder; from here on only this one's acts count.
    ///
    /// @param epoch grows with every hand-off; 0 is the holder that LeadFound named
    record HolderRecognised(Holder holder, int epoch) implements AccountabilityEvent {
        public HolderRecognised {
            Require.present("holder", holder);
            Require.notNegative("epoch", epoch);
        }
    }
}
