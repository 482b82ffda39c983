package dev.baton.axon.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows the refusal as its one sentence, without a stack trace.
final class UnsafeStoreAnalyzer extends AbstractFailureAnalyzer<UnsafeStore> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeStore cause) {
        return new FailureAnalysis(cause.getMessage(), null, rootFailure);
    }
}
