package dev.baton.benchmarks.pekko;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.baton.benchmarks.work.Place;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.jdbc.testkit.javadsl.SchemaUtils;

/// An actor system on PostgreSQL: one pool for everything, as large as Baton's, else the plugin's
/// defaults.
final class Pekko {
    static final int CONNECTIONS = 16;

    private Pekko() {}

    static <T> ActorSystem<T> start(Behavior<T> guardian, Place place) throws Exception {
        ActorSystem<T> system = ActorSystem.create(guardian, "bench", settings(place));
        SchemaUtils.createIfNotExists(system).toCompletableFuture().get(60, TimeUnit.SECONDS);
        return system;
    }

    private static Config settings(Place place) {
        return ConfigFactory.parseString("""
                pekko {
                  loglevel = WARNING
                  loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
                  coordinated-shutdown.exit-jvm = off
                  persistence.journal.plugin = "jdbc-journal"
                  persistence.snapshot-store.plugin = "jdbc-snapshot-store"
                  actor.serializers.transition = "dev.baton.benchmarks.pekko.TransitionSerializer"
                  actor.serialization-bindings."dev.baton.benchmarks.work.Transition" = transition
                  actor.serializers.told = "dev.baton.benchmarks.pekko.ToldSerializer"
                  actor.serialization-bindings."dev.baton.benchmarks.work.Milestone$Told" = told
                  projection.jdbc.dialect = "postgres-dialect"
                  projection.jdbc.blocking-jdbc-dispatcher.thread-pool-executor.fixed-pool-size = 16
                }
                jdbc-journal.use-shared-db = slick
                jdbc-snapshot-store.use-shared-db = slick
                jdbc-read-journal.use-shared-db = slick
                pekko-persistence-jdbc.shared-databases.slick {
                  profile = "slick.jdbc.PostgresProfile$"
                  db { driver = "org.postgresql.Driver", user = postgres, password = "" }
                }
                """)
                .withFallback(ConfigFactory.parseMap(Map.of(
                        "pekko-persistence-jdbc.shared-databases.slick.db.url",
                        place.database(),
                        "pekko-persistence-jdbc.shared-databases.slick.db.numThreads",
                        CONNECTIONS,
                        "pekko-persistence-jdbc.shared-databases.slick.db.maxConnections",
                        CONNECTIONS,
                        "pekko-persistence-jdbc.shared-databases.slick.db.minConnections",
                        CONNECTIONS)))
                .withFallback(ConfigFactory.load());
    }
}
