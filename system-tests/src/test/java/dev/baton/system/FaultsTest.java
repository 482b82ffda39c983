package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Everything that runs is killed once, with -9, while the demo loads.
@Tag("faults")
class FaultsTest {
    private static final Duration LOAD = Duration.ofMinutes(40);
    private static final Duration RECOVERY = Duration.ofMinutes(4);
    private static final String[] VICTIMS = {
        "deal-service", "kafka", "role-assignment-service", "postgres", "projections-service"
    };

    private static Baton baton;

    @BeforeAll
    static void start() {
        baton = Baton.fresh("faults-data");
        baton.run(Duration.ofMinutes(10), "up", "--detach").successful();
    }

    @AfterAll
    static void stop() {
        baton.run("down").successful();
    }

    @Test
    void each_process_killed_once_during_the_load_changes_no_figure() {
        long began = System.nanoTime();
        Api projections = new Api(baton.status().part("projections-service").url(), baton.token("analyst"));
        Baton.Running load = baton.start("demo", "--detach");

        for (int victim = 0; victim < VICTIMS.length; victim++) {
            awaitLeads(projections, load, 600 + 1500 * victim);
            kill(VICTIMS[victim]);
        }
        load.outcome(LOAD).successful();
        System.out.println("the load with five kills took " + (System.nanoTime() - began) / 1_000_000_000 + " s");

        Figures.assertReached(projections.as(baton.token("analyst")));
        assertThat(baton.run(Duration.ofMinutes(5), "proof").successful().output())
                .contains("8,800");
        for (String victim : VICTIMS) {
            assertThat(baton.status().part(victim).restarts()).as(victim).isPositive();
        }
    }

    /// The next injury waits until the load has visibly gone on: each is its own recovery.
    private static void awaitLeads(Api projections, Baton.Running load, int leads) {
        await("%,d leads".formatted(leads))
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> leadsIn(projections) >= leads);
        assertThat(load.process().isAlive())
                .as("still loading at %d leads%n%s", leads, load.outputSoFar())
                .isTrue();
    }

    private static int leadsIn(Api projections) {
        return projections
                .as(baton.token("analyst"))
                .get("/v1/pipeline")
                .json()
                .path("totals")
                .path("deals")
                .asInt();
    }

    private static void kill(String name) {
        Status.Part victim = baton.status().part(name);
        boolean killed = ProcessHandle.of(victim.pid()).orElseThrow().destroyForcibly();
        System.out.println(LocalTime.now().withNano(0) + " killed " + name + " (" + victim.pid() + ")");
        assertThat(killed).as("kill -9 of " + victim).isTrue();
        await(name + " is started again").atMost(RECOVERY).until(() -> isStartedAgain(name, victim.pid()));
    }

    private static boolean isStartedAgain(String name, long before) {
        Status.Part now = baton.status().part(name);
        return now.isUp() && now.pid() != before;
    }
}
