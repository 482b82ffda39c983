package dev.baton.axon.postgres;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers kept under their Idempotency-Key, each written in the commit of what it reports.
public final class IdempotentAnswers {
    private static final RowInsert INSERT = RowInsert.into(
            "idempotent_answer",
            "scope",
            "text",
            "key",
            "text",
            "request_digest",
            "text",
            "status",
            "integer",
            "answer",
            "text");

    private final JdbcClient jdbc;

    IdempotentAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<IdempotentAnswer> find(String scope, String key) {
        return jdbc.sql("select request_digest, status, answer, created_at from idempotent_answer"
                        + " where scope = ? and key = ?")
                .params(scope, key)
                .query((row, ignored) -> new IdempotentAnswer(
                        scope,
                        key,
                        row.getString("request_digest"),
                        row.getInt("status"),
                        row.getString("answer"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// A companion for the command that the key came with. Of two commands under one key at the
    /// same time the second is rolled back with `DuplicateKeyException`; then [#find] has the
    /// first's answer.
    ///
    /// @param answer from the command's result to what will be sent
    public CommitCompanion companion(
            String scope, String key, String requestDigest, Function<@Nullable Object, Answer> answer) {
        return new Keeping(scope, key, requestDigest, answer);
    }

    private record Keeping(String scope, String key, String requestDigest, Function<@Nullable Object, Answer> answer)
            implements RowCompanion {

        @Override
        public RowInsert insert() {
            return INSERT;
        }

        @Override
        public @Nullable Object[] row(@Nullable Object commandResult) {
            Answer kept = answer.apply(commandResult);
            return new Object[] {scope, key, requestDigest, kept.status(), kept.body()};
        }
    }

    public record Answer(int status, String body) {}
}
