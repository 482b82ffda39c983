package dev.baton.axon.postgres;

import java.time.Instant;

/// What was answered under an Idempotency-Key.
///
/// @param scope keeps the keys of different callers and endpoints apart
/// @param requestDigest tells a repetition from another request under the same key
/// @param status the HTTP status
/// @param answer the body as it was sent, empty when there was none
public record IdempotentAnswer(
        String scope, String key, String requestDigest, int status, String answer, Instant createdAt) {}
