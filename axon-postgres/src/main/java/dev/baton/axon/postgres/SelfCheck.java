package dev.baton.axon.postgres;

import org.axonframework.config.Configuration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcOperations;

/// Runs when everything is wired and migrated, before the first processor or request.
final class SelfCheck implements SmartInitializingSingleton {
    private final Configuration axon;
    private final JdbcOperations jdbc;
    private final ChainVerification chain;
    private final AxonPostgresSettings settings;

    SelfCheck(Configuration axon, JdbcOperations jdbc, ChainVerification chain, AxonPostgresSettings settings) {
        this.axon = axon;
        this.jdbc = jdbc;
        this.chain = chain;
        this.settings = settings;
    }

    /// @throws UnsafeStore with the first thing that is wrong
    @Override
    public void afterSingletonsInstantiated() {
        DurableParts.require(axon);
        if (settings.groupCommit().commands()) {
            DurableParts.requireNobodySubscribes(axon);
        }
        SchemaCheck.require(jdbc);
        if (!settings.allowUnsafeDurability()) {
            DurabilityCheck.require(jdbc);
        }
        requireIntactEnd();
    }

    private void requireIntactEnd() {
        if (chain.verifyEnd() instanceof ChainVerdict.Broken(long position, String reason)) {
            throw new UnsafeStore("The chain of commits does not match the log at position " + position + ": " + reason
                    + ". Nothing was started; compare with a backup.");
        }
    }
}
