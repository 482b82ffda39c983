package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a service was at when it was killed, somebody else goes on with.
class KilledRoundTest {
    private static Service service;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        service = new Service();
        relay = new RunningRelay(service);
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoever_was_killed_in_the_middle_of_a_round_keeps_nobody_from_going_on() {
        service.join(ACCOUNT_EXECUTIVE, "gil", 1000);
        service.join(ACCOUNT_EXECUTIVE, "gus", 1000);
        relay.gives("gil", 2);
        String killed = """
                update scheduled_tasks set picked = true, picked_by = 'killed', version = version + 1,
                    last_heartbeat = now() - interval '31 seconds'
                where task_name = 'rounds' and not picked""";
        eventually().until(() -> service.sql().update(killed) == 1);
        relay.leaves("gil");
        eventually()
                .untilAsserted(
                        () -> assertThat(service.load(ACCOUNT_EXECUTIVE, "gil")).isZero());
    }
}
