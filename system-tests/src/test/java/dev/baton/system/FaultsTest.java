package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Everything that runs is killed once, with -9, while the demo loads.
@Tag("faults")
class FaultsTest {
    private static final Duration LOAD = Duration.ofMinutes(40);
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    private static final List<Injury> INJURIES = List.of(
            new Injury(1000, "role-assignment-service"),
            new Injury(2600, "projections-service"),
            new Injury(4200, "kafka"),
            new Injury(5800, "deal-service"),
            new Injury(7400, "postgres"));

    private static Baton baton;

    /// @param leads how far the load has come when it strikes
    private record Injury(int leads, String victim) {}

    @BeforeAll
    static void start() {
        baton = Baton.fresh("faults-data");
        baton.run(Duration.ofMinutes(10), "up", "--detach").successful();
    }

    @AfterAll
    static void stop() {
        baton.run("down").successful();
    }

    /// None waits for the recovery from the one before.
    @Test
    void each_process_killed_once_during_the_load_changes_no_figure() {
        long began = System.nanoTime();
        EventLog log = EventLog.ofDeals(baton);
        Baton.Running load = baton.start("demo", "--detach");

        for (Injury injury : INJURIES) {
            awaitLeads(injury.leads(), log, load);
            kill(injury.victim());
        }
        load.outcome(LOAD).successful();
        say("the load ended by itself after "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");

        Status status = await("everything that was killed is up again")
                .atMost(RECOVERY)
                .until(
                        baton::status,
                        now -> INJURIES.stream()
                                .map(injury -> now.part(injury.victim()))
                                .allMatch(part -> part.isUp() && part.restarts() > 0));
        Figures.assertReached(new Api(status.part("projections-service").url(), baton.token("analyst")));
        assertThat(baton.run(Duration.ofMinutes(5), "proof").successful().output())
                .contains("8,800");
    }

    private static void awaitLeads(int leads, EventLog log, Baton.Running load) {
        await(leads + " leads")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .failFast(() -> assertThat(load.process().isAlive())
                        .as(load.outputSoFar())
                        .isTrue())
                .until(() -> log.leads() >= leads);
    }

    private static void kill(String name) {
        Status.Part victim = await(name + " runs")
                .atMost(RECOVERY)
                .until(() -> baton.status().part(name), part -> part.pid() != 0);
        assertThat(ProcessHandle.of(victim.pid()).orElseThrow().destroyForcibly())
                .isTrue();
        say("kill -9 " + name);
    }

    private static void say(String what) {
        System.out.println(LocalTime.now().withNano(0) + " " + what);
    }
}
