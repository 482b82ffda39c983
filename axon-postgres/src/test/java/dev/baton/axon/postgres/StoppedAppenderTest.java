package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StoppedAppenderTest extends StoreTest {

    @Test
    void a_process_that_stops_in_the_middle_of_an_append_does_not_hold_the_log() {
        try (ConfigurableApplicationContext sleepy = TestService.start(
                url,
                Map.of(
                        "spring.datasource.hikari.data-source-properties.options",
                        "-c idle_in_transaction_session_timeout=300ms"))) {
            NewEvent never = counted(newStream(), 0);
            NewEvent next = counted(newStream(), 0);
            TransactionTemplate transaction = new TransactionTemplate(sleepy.getBean(PlatformTransactionManager.class));
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        sleepy.getBean(PendingAppends.class).add(List.of(never));
                        sleepy.getBean(PendingAppends.class).flush();
                        CompletableFuture.runAsync(() -> append(next)).join();
                    }))
                    .isNotNull();

            assertThat(log.find(never.id())).isEmpty();
            assertThat(log.find(next.id())).isPresent();
            assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
        }
    }

    @Test
    void every_connection_of_the_pool_is_bounded_so() {
        assertThat(service.getBean(JdbcTemplate.class)
                        .queryForObject("show idle_in_transaction_session_timeout", String.class))
                .isEqualTo("10s");
    }
}
