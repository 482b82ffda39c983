package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers kept under their Idempotency-Key, each written in the commit of what it reports.
public final class IdempotentAnswers {
    private static final String INSERT = """
            insert into idempotent_answer (scope, key, request_digest, status, answer) values (?, ?, ?, ?, ?)
            """;

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
        return (connection, result) -> insert(connection, scope, key, requestDigest, answer.apply(result));
    }

    private static void insert(Connection connection, String scope, String key, String digest, Answer answer)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, scope);
            insert.setString(2, key);
            insert.setString(3, digest);
            insert.setInt(4, answer.status());
            insert.setString(5, answer.body());
            insert.executeUpdate();
        }
    }

    public record Answer(int status, String body) {}
}
