package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Two nodes keep the same aggregate in memory, and neither hears of what the other appends.
class KeptAggregatesTest extends StoreTest {
    private CommandGateway here;
    private CommandGateway there;
    private ConfigurableApplicationContext other;

    @Configuration(proxyBeanMethods = false)
    static class Purses {
        @Bean
        ConfigurerModule purse() {
            return configurer -> configurer.configureAggregate(StreamAggregates.of(Purse.class, 100));
        }
    }

    @Override
    Class<?>[] parts() {
        return new Class<?>[] {Purses.class};
    }

    @BeforeAll
    void startTheOther() {
        other = TestService.start(url, Purses.class);
        here = service.getBean(CommandGateway.class);
        there = other.getBean(CommandGateway.class);
    }

    @AfterAll
    void stopTheOther() {
        other.close();
    }

    @Test
    void an_answer_that_changes_nothing_is_not_an_old_one() {
        String purse = keptByBoth();
        there.sendAndWait(new Purse.Put(purse, 5));
        assertThat(here.<Integer>sendAndWait(new Purse.Look(purse))).isEqualTo(6);
    }

    @Test
    void a_refusal_that_rested_on_an_old_state_is_decided_again() {
        String purse = keptByBoth();
        here.sendAndWait(new Purse.Spend(purse, "here"));
        there.sendAndWait(new Purse.Put(purse, 2));
        here.sendAndWait(new Purse.Spend(purse, "here"));
        assertThat(there.<Integer>sendAndWait(new Purse.Look(purse))).isZero();
    }

    @Test
    void a_refusal_that_the_log_confirms_stays_one() {
        String purse = keptByBoth();
        there.sendAndWait(new Purse.Spend(purse, "there"));
        assertThatThrownBy(() -> here.sendAndWait(new Purse.Spend(purse, "here")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the purse is empty");
    }

    @Test
    void what_was_decided_on_an_old_state_is_not_appended_behind_the_new() {
        String purse = keptByBoth();
        there.sendAndWait(new Purse.Put(purse, 10));
        assertThat(here.<Integer>sendAndWait(new Purse.Put(purse, 100))).isEqualTo(111);
    }

    @Test
    void a_stream_that_was_taken_for_new_and_is_not_is_read_before_anything_is_appended() {
        String purse = UUID.randomUUID().toString();
        there.sendAndWait(new Purse.Fill(purse, 3));
        assertThatThrownBy(() -> here.sendAndWait(new Purse.Fill(purse, 4))).hasMessage("the purse has 3 already");
        there.sendAndWait(new Purse.Spend(purse, "there"));
        assertThat(here.<Integer>sendAndWait(new Purse.Fill(purse, 4))).isEqualTo(4);
        assertThat(there.<Integer>sendAndWait(new Purse.Look(purse))).isEqualTo(4);
    }

    @Test
    void what_is_refused_of_a_stream_that_was_taken_for_new_is_refused_by_what_the_log_says() {
        String purse = UUID.randomUUID().toString();
        assertThatThrownBy(() -> here.sendAndWait(new Purse.Fill(purse, -1)))
                .hasMessage("a purse is not filled with -1");
        there.sendAndWait(new Purse.Fill(purse, 3));
        assertThatThrownBy(() -> here.sendAndWait(new Purse.Fill(purse, -1))).hasMessage("the purse has 3 already");
    }

    @Test
    void an_answer_without_an_event_of_a_stream_that_was_taken_for_new_is_not_believed() {
        String purse = UUID.randomUUID().toString();
        there.sendAndWait(new Purse.Fill(purse, 3));
        assertThatThrownBy(() -> here.sendAndWait(new Purse.Fill(purse, 0))).hasMessage("the purse has 3 already");
        String none = UUID.randomUUID().toString();
        assertThat(here.<Integer>sendAndWait(new Purse.Fill(none, 0))).isZero();
    }

    private String keptByBoth() {
        String purse = UUID.randomUUID().toString();
        here.sendAndWait(new Purse.Put(purse, 1));
        assertThat(there.<Integer>sendAndWait(new Purse.Look(purse))).isEqualTo(1);
        assertThat(here.<Integer>sendAndWait(new Purse.Look(purse))).isEqualTo(1);
        return purse;
    }
}
