package dev.baton.axon.kafka.verify;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.ops.LongTask;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.postgres.ChainFault;
import dev.baton.axon.postgres.ChainVerdict;
import dev.baton.axon.postgres.ChainVerification;
import dev.baton.axon.postgres.ChainWalk;
import dev.baton.axon.postgres.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Verifies a service that has a log: the chain of its commits, then its own events against their topics, then what it
/// took in. It only looks; everything goes on meanwhile, and what comes while it looks is neither due nor extra.
///
/// @param source what this service's own events carry as their source
/// @param publisher whose token tells what was acknowledged
/// @param intake what it takes in, if it does
/// @param remembered what it remembers beside its log
public record LogVerification(
        String source,
        String publisher,
        ChainVerification chain,
        EventLog events,
        DataSource database,
        KafkaClients clients,
        EndOffsets offsets,
        Optional<Intake> intake,
        List<Remembered> remembered)
        implements LongTask {
    private static final int PAGE = 2000;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public VerificationReport run(Map<String, String> options, TaskProgress progress) throws SQLException {
        var findings = new Findings();
        var walked = chain(findings, progress);
        topics(findings, progress);
        remembered.forEach(kept -> kept.verify(findings, progress));
        findings.looked("commits", walked.commits());
        return findings.report(source, walked.lastHash());
    }

    private ChainVerdict.Intact chain(Findings findings, TaskProgress progress) {
        progress.begin("chain of commits", events.lastPosition());
        return chain.walk(new ChainWalk() {
            @Override
            public void broken(ChainFault fault) {
                ChainFindings.of(fault).forEach(findings::add);
            }

            @Override
            public void reached(long position) {
                progress.reached(position);
            }
        });
    }

    private void topics(Findings findings, TaskProgress progress) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            var desk = new TopicDesk(jdbc);
            try {
                desk.clear();
                desk.lay();
                compare(desk, findings, progress);
            } finally {
                desk.clear();
            }
        }
    }

    /// What is due is noted before the fence, and the log is read after it: whatever is on the topics up to the fence
    /// was in the log before.
    private void compare(TopicDesk desk, Findings findings, TaskProgress progress) {
        var standing = new Standing(published(desk.jdbc()), events.lastPosition());
        var fence = TopicScan.upToNow(clients, offsets, BatonTopics.ALL);
        findings.looked("records", find(fence, desk, progress));
        findings.looked("events", expect(desk, progress));
        progress.begin("comparison", 1);
        desk.sort();
        var comparison = new TopicComparison(desk.jdbc(), findings, source);
        comparison.own(standing);
        intake.ifPresent(taken -> comparison.intake(taken, standing));
        progress.reached(1);
    }

    private long find(TopicScan fence, TopicDesk desk, TaskProgress progress) {
        progress.begin("topics", fence.records());
        fence.read(desk::find, progress::reached);
        return Objects.requireNonNull(desk.jdbc().queryForObject("select count(*) from found", Long.class));
    }

    private long expect(TopicDesk desk, TaskProgress progress) {
        progress.begin("log", events.lastPosition());
        long position = 0;
        for (var page = events.readAfter(0, PAGE); !page.isEmpty(); page = events.readAfter(position, PAGE)) {
            desk.expect(page);
            position = page.getLast().position();
            progress.reached(position);
        }
        return position;
    }

    private long published(JdbcTemplate jdbc) {
        return jdbc.queryForList("select position from publisher_token where name = ?", Long.class, publisher).stream()
                .findFirst()
                .orElse(0L);
    }
}
