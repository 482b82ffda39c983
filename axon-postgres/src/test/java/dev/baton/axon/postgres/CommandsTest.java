package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    private ConfigurableApplicationContext service;
    private CommandGateway commands;
    private EventLog log;

    @BeforeAll
    void start() {
        service = TestService.start(Postgres.newDatabase());
        commands = service.getBean(CommandGateway.class);
        log = service.getBean(EventLog.class);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void an_aggregate_is_read_back_from_its_events() {
        String id = UUID.randomUUID().toString();
        commands.sendAndWait(new CounterCommand.Open(id, "first"));
        commands.sendAndWait(new CounterCommand.Count(id, 3));
        commands.sendAndWait(new CounterCommand.Count(id, 4));

        assertThat((Integer) commands.sendAndWait(new CounterCommand.Look(id))).isEqualTo(7);
        assertThat(log.lastPosition()).isGreaterThanOrEqualTo(3);
    }
}
