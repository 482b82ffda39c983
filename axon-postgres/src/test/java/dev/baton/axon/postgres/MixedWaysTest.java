package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.conformance.Callers;
import dev.baton.contract.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Transactions and commands from outside on the same counters, at the same time: none waits for
/// ever, and none is half.
class MixedWaysTest extends StoreTest {

    /// Here transactions wait for somebody else, for as long as the machine makes that one wait.
    @Override
    Map<String, String> settings() {
        return Map.of(
                "spring.datasource.hikari.data-source-properties.options",
                "-c idle_in_transaction_session_timeout=" + Callers.PATIENCE.toSeconds() + "s");
    }

    @BeforeAll
    void table() {
        jdbc.execute("create table beside (round uuid primary key, first uuid, second uuid)");
    }

    /// It reads its own stream in between, which must not take the log's lock: the command from
    /// outside waits for that lock and holds the counter for which the transaction waits next.
    @Test
    void a_transaction_that_reads_what_it_appended_holds_up_nobody() throws Exception {
        String first = opened();
        String second = opened();
        try (Callers people = new Callers()) {
            List<CompletableFuture<Boolean>> outside = new ArrayList<>();
            transactions.executeWithoutResult(status -> {
                count(first, UUID.randomUUID().toString());
                count(first, UUID.randomUUID().toString());
                outside.add(people.call(
                        () -> succeeds(() -> count(second, UUID.randomUUID().toString()))));
                people.awaitEverybodyAtRest();
                count(second, UUID.randomUUID().toString());
            });
            assertThat(Callers.all(outside)).containsExactly(true);
        }
        assertThat(total(first)).isEqualTo(2);
        assertThat(total(second)).isEqualTo(2);
    }

    @Test
    void a_transaction_is_whole_or_not_at_all_among_commands_that_share_commits() throws Exception {
        List<String> counters = Stream.generate(this::opened).limit(6).toList();
        try (Callers people = new Callers()) {
            List<CompletableFuture<Integer>> single = IntStream.range(0, 6)
                    .mapToObj(n -> people.call(() -> countMany(counters.get(n))))
                    .toList();
            List<CompletableFuture<Integer>> pairs = IntStream.range(0, 3)
                    .mapToObj(n -> people.call(() -> pairs(counters, n)))
                    .toList();
            int inPairs =
                    Callers.all(pairs).stream().mapToInt(Integer::intValue).sum();
            int alone = Callers.all(single).stream().mapToInt(Integer::intValue).sum();
            assertThat(inPairs).isPositive();
            assertThat(counters.stream().mapToInt(this::total).sum()).isEqualTo(alone + 2 * inPairs);
            assertThat(jdbc.queryForObject("select count(*) from beside", Integer.class))
                    .isEqualTo(inPairs);
        }
        assertThat(jdbc.queryForObject("""
                select count(*) from beside b
                join event e1 on e1.stream_id = 'deal/' || b.first and e1.xmin = b.xmin
                join event e2 on e2.stream_id = 'deal/' || b.second and e2.xmin = b.xmin
                """, Integer.class))
                .as("rows in the commit of both their events")
                .isEqualTo(jdbc.queryForObject("select count(*) from beside", Integer.class));
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Test
    void of_a_transaction_and_a_command_under_one_key_one_counts_and_neither_waits_for_ever() throws Exception {
        String alone = opened();
        String within = opened();
        int rounds = 40;
        for (int round = 0; round < rounds; round++) {
            String key = UUID.randomUUID().toString();
            try (Callers people = new Callers()) {
                List<CompletableFuture<Boolean>> both = List.of(
                        people.call(() -> succeeds(() -> count(alone, key))),
                        people.call(
                                () -> succeeds(() -> transactions.executeWithoutResult(status -> count(within, key)))));
                assertThat(Callers.all(both)).containsExactlyInAnyOrder(true, false);
            }
        }
        assertThat(total(alone) + total(within)).isEqualTo(rounds);
    }

    @Test
    void a_command_within_a_transaction_that_fails_leaves_nothing_while_the_others_are_committed() throws Exception {
        String id = opened();
        String other = opened();
        try (Callers people = new Callers()) {
            CompletableFuture<Boolean> failing =
                    people.call(() -> succeeds(() -> transactions.executeWithoutResult(status -> {
                        count(id, UUID.randomUUID().toString());
                        Callers.all(List.of(people.call(() -> {
                            count(other, UUID.randomUUID().toString());
                            return true;
                        })));
                        throw new IllegalStateException("too late");
                    })));
            assertThat(Callers.all(List.of(failing))).containsExactly(false);
        }
        assertThat(total(id)).isZero();
        assertThat(total(other)).isEqualTo(1);
        count(id, UUID.randomUUID().toString());
        assertThat(total(id)).isEqualTo(1);
    }

    private int countMany(String id) {
        for (int n = 0; n < 30; n++) {
            count(id, UUID.randomUUID().toString());
        }
        return 30;
    }

    /// Two counters and a row in one transaction; one in four fails at its end. Counters are taken in
    /// one order, since a transaction keeps the locks of all it touched.
    private int pairs(List<String> counters, int seed) {
        Random random = new Random(seed);
        int kept = 0;
        for (int n = 0; n < 15; n++) {
            int first = random.nextInt(counters.size() - 1);
            boolean fails = random.nextInt(4) == 0;
            if (succeeds(() -> pair(counters.get(first), counters.get(first + 1), fails))) {
                kept++;
            }
        }
        return kept;
    }

    private void pair(String first, String second, boolean fails) {
        transactions.executeWithoutResult(status -> {
            count(first, UUID.randomUUID().toString());
            count(second, UUID.randomUUID().toString());
            jdbc.update(
                    "insert into beside values (gen_random_uuid(), ?, ?)",
                    UUID.fromString(first),
                    UUID.fromString(second));
            if (fails) {
                throw new IllegalStateException("the transaction fails");
            }
        });
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void count(String id, String key) {
        CommitCompanion companion = service.getBean(IdempotentAnswers.class)
                .companion("count", key, "digest", total -> new IdempotentAnswers.Answer(200, String.valueOf(total)));
        service.getBean(CommandGateway.class)
                .sendAndWait(new GenericCommandMessage<>(
                        new CounterCommand.Count(id, 1), MetaData.with(CommitCompanion.KEY, companion)));
    }

    private String opened() {
        String id = UUID.randomUUID().toString();
        service.getBean(CommandGateway.class).sendAndWait(new CounterCommand.Open(id, "any"));
        return id;
    }

    private int total(String id) {
        return log.readStream(StreamId.deal(id), 1).size();
    }
}
