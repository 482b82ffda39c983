package dev.baton.axon.kafka.autoconfigure;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/// Migrations in the order of their numbers, unless one has come too late for that.
///
/// Each module numbers its own in a range of its own, so a new one of the store comes behind those
/// of a service that were applied long ago. Only then the order is given up, and Flyway warns of
/// it: at every other start it would be a false alarm.
@AutoConfiguration(before = FlywayAutoConfiguration.class)
@ConditionalOnClass({Flyway.class, FlywayMigrationStrategy.class})
public class MigrationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy inOrderUnlessLate() {
        return MigrationAutoConfiguration::migrate;
    }

    static void migrate(Flyway flyway) {
        Flyway inOrder = Flyway.configure(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .outOfOrder(false)
                .load();
        (isAnyLate(inOrder) ? flyway : inOrder).migrate();
    }

    private static boolean isAnyLate(Flyway inOrder) {
        return Arrays.stream(inOrder.info().all())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.IGNORED);
    }
}
