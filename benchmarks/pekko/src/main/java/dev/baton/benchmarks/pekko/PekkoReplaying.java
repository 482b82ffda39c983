package dev.baton.benchmarks.pekko;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.benchmarks.work.Milestone;
import dev.baton.benchmarks.work.Milestone.Told;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.ReplayContender;
import dev.baton.benchmarks.work.StoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.projection.ProjectionBehavior;
import org.apache.pekko.projection.ProjectionId;
import org.apache.pekko.projection.eventsourced.javadsl.EventSourcedProvider;
import org.apache.pekko.projection.javadsl.GroupedProjection;
import org.apache.pekko.projection.jdbc.javadsl.JdbcProjection;
import org.jspecify.annotations.Nullable;

/// A projection in groups of 500, rows and offset of a group in one transaction, begun again from the first event.
final class PekkoReplaying implements ReplayContender {
    /// More than it comes to in a turn.
    private static final long MOST = 100_000;

    private static final int GROUP = 500;
    private static final int DEALS_OF_A_BLOCK = 1_000;
    /// More at the same time, and the plugin's queue is full.
    private static final int DEALS_AT_ONCE = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(2);

    private final ActorSystem<SpawnProtocol.Command> system;
    private final HikariDataSource pool;
    private final AtomicLong handled = new AtomicLong();
    private long events;
    private @Nullable ActorRef<ProjectionBehavior.Command> running;

    PekkoReplaying(Place place) throws Exception {
        system = Pekko.start(SpawnProtocol.create(), place);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.database());
        config.setMaximumPoolSize(Pekko.CONNECTIONS);
        pool = new HikariDataSource(config);
        var created = JdbcProjection.createTablesIfNotExists(this::session, system)
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        execute(StoryTable.CREATE);
    }

    private StorySession session() {
        return new StorySession(pool);
    }

    @Override
    public void fill(long wanted) throws Exception {
        events = Math.min(wanted, MOST);
        long block = (long) DEALS_OF_A_BLOCK * Milestone.EACH;
        for (long first = 0; first < events; first += block) {
            List<Map.Entry<String, List<Told>>> stories =
                    List.copyOf(stories(first, Math.min(events, first + block)).entrySet());
            for (int from = 0; from < stories.size(); from += DEALS_AT_ONCE) {
                tell(stories.subList(from, Math.min(stories.size(), from + DEALS_AT_ONCE)));
            }
        }
    }

    private static Map<String, List<Told>> stories(long first, long end) {
        Map<String, List<Told>> stories = new LinkedHashMap<>();
        for (long number = first; number < end; number++) {
            Milestone milestone = Milestone.at(number);
            stories.computeIfAbsent(milestone.deal(), deal -> new ArrayList<>()).add(milestone.told());
        }
        return stories;
    }

    private void tell(List<Map.Entry<String, List<Told>>> stories) throws Exception {
        List<CompletableFuture<Integer>> durable = new ArrayList<>();
        for (var story : stories) {
            ActorRef<ToldDeal.Tell> deal = spawned(new ToldDeal(story.getKey()), story.getKey());
            durable.add(AskPattern.ask(
                            deal,
                            (ActorRef<Integer> replyTo) -> new ToldDeal.Tell(story.getValue(), replyTo),
                            PATIENCE,
                            system.scheduler())
                    .toCompletableFuture());
        }
        for (CompletableFuture<Integer> story : durable) {
            var ignored = story.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private <T> ActorRef<T> spawned(Behavior<T> behavior, String name) throws Exception {
        return AskPattern.<SpawnProtocol.Command, ActorRef<T>>ask(
                        system,
                        replyTo -> new SpawnProtocol.Spawn<>(behavior, name, Props.empty(), replyTo),
                        PATIENCE,
                        system.scheduler())
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void empty() throws SQLException {
        execute("truncate story", "delete from pekko_projection_offset_store");
        handled.set(0);
    }

    @Override
    public long rebuild(Duration most) throws Exception {
        long deadline = System.nanoTime() + most.toNanos();
        running = spawned(ProjectionBehavior.create(projection()), "story");
        while (handled.get() < events && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return rows();
    }

    @Override
    public void halt() throws Exception {
        if (running != null) {
            var stopped = Patterns.gracefulStop(Adapter.toClassic(running), PATIENCE, ProjectionBehavior.stopMessage())
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            running = null;
        }
    }

    private GroupedProjection<?, ?> projection() {
        return JdbcProjection.groupedWithin(
                        ProjectionId.of("story", ToldDeal.TAG),
                        EventSourcedProvider.<Told>eventsByTag(system, JdbcReadJournal.Identifier(), ToldDeal.TAG),
                        this::session,
                        () -> new StoryWriting(handled),
                        system)
                .withGroup(GROUP, Duration.ofMillis(50));
    }

    private long rows() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from story")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws Exception {
        system.terminate();
        var ended = system.getWhenTerminated().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        pool.close();
    }
}
