package dev.baton.axon.postgres;

import java.util.function.Consumer;

/// Who goes along while the chain is walked.
public interface ChainWalk {

    /// A commit that is not what was committed; the walk goes on behind it.
    void broken(ChainFault fault);

    /// @param position everything up to here has been looked at
    void reached(long position);

    static ChainWalk of(Consumer<ChainFault> broken) {
        return new ChainWalk() {
            @Override
            public void broken(ChainFault fault) {
                broken.accept(fault);
            }

            @Override
            public void reached(long position) {
                // nobody watches
            }
        };
    }
}
