package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever is in a hurry answers the same offer twice.
class AnsweredTwiceTest {
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
    void who_accepts_twice_at_once_has_the_same_answer_twice() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "ida", 1000);
        relay.policy("asked", Map.of("acceptance", "PERSON"));
        try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 10; i++) {
                String path = "/v1/offers/" + relay.offerTo("ida", relay.qualified("asked", "ida")) + "/accept";
                Callable<Integer> press = () ->
                        service.post(TestTokens.member("ida"), path, Map.of()).status();
                for (Future<Integer> answer : hands.invokeAll(Collections.nCopies(8, press))) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }
        }
    }
}
