package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.conformance.Callers;
import dev.baton.contract.StreamId;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;

/// What commands that come at the same time have in common, a commit, and what they have not: their
/// fate.
class SharedCommitsTest extends StoreTest {

    @Test
    void commands_that_wait_at_the_same_time_share_a_commit() throws Exception {
        List<String> counters = opened(30);
        long before = commits();
        List<CompletableFuture<Integer>> answers = atOnce(
                people -> counters.stream().map(id -> count(people, id, 1)).toList());
        assertThat(Callers.all(answers)).hasSize(30).containsOnly(1);
        assertThat(commits() - before)
                .as("two of the counter that goes first, one of the 30 behind it")
                .isEqualTo(3);
    }

    @Test
    void a_caller_alone_has_every_commit_for_itself() {
        String id = opened();
        long before = commits();
        for (int n = 1; n <= 40; n++) {
            assertThat(gateway().<Integer>sendAndWait(new CounterCommand.Count(id, 1)))
                    .isEqualTo(n);
        }
        assertThat(commits() - before).isEqualTo(40);
    }

    @Test
    void the_answers_of_many_are_in_the_commit_of_their_events_each_beside_its_own() throws Exception {
        List<String> counters = opened(20);
        List<CompletableFuture<Integer>> answers = atOnce(people -> IntStream.range(0, 20)
                .mapToObj(n -> count(people, counters.get(n), n, counters.get(n)))
                .toList());
        assertThat(Callers.all(answers))
                .isEqualTo(IntStream.range(0, 20).boxed().toList());
        for (int n = 0; n < 20; n++) {
            String id = counters.get(n);
            assertThat(kept(id)).isEqualTo(String.valueOf(n));
            assertThat(transactionOf("idempotent_answer", "key = '" + id + "'"))
                    .isEqualTo(transactionOf("event", "stream_id = 'deal/" + id + "' and sequence = 1"));
        }
        assertThat(jdbc.queryForObject(
                        "select count(distinct xmin::text) from idempotent_answer where key = any(?)",
                        Long.class,
                        (Object) counters.toArray(String[]::new)))
                .isEqualTo(1);
    }

    @Test
    void of_two_commands_under_one_key_in_one_commit_the_second_fails_alone() throws Exception {
        List<String> counters = opened(16);
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<Integer>> answers = atOnce(people -> IntStream.range(0, 16)
                .mapToObj(n -> count(people, counters.get(n), 1, n == 5 || n == 9 ? key : counters.get(n)))
                .toList());
        List<Integer> failed = failed(answers);
        assertThat(failed).hasSize(1).isSubsetOf(5, 9);
        assertThat(answers.get(failed.getFirst()).exceptionNow()).isInstanceOf(DuplicateKeyException.class);
        assertThat(counters.stream().map(this::total).toList())
                .isEqualTo(IntStream.range(0, 16)
                        .mapToObj(n -> failed.contains(n) ? 0 : 1)
                        .toList());
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Test
    void a_companion_that_fails_takes_its_own_command_with_it_alone() throws Exception {
        List<String> counters = opened(12);
        List<CompletableFuture<Integer>> answers = atOnce(people -> IntStream.range(0, 12)
                .mapToObj(n -> n == 4
                        ? send(people, new CounterCommand.Count(counters.get(n), 1), SharedCommitsTest::fail)
                        : count(people, counters.get(n), 1, counters.get(n)))
                .toList());
        assertThat(failed(answers)).containsExactly(4);
        assertThat(total(counters.get(4))).isZero();
        assertThat(counters.stream().mapToInt(this::total).sum()).isEqualTo(11);
    }

    @Test
    void a_command_without_events_keeps_its_answer_among_others() throws Exception {
        List<String> counters = opened(8);
        String another = opened();
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<Integer>> answers = atOnce(people -> Stream.concat(
                        counters.stream().map(id -> count(people, id, 1)),
                        Stream.of(send(people, new CounterCommand.Look(another), answering(key))))
                .toList());
        Callers.all(answers);
        assertThat(kept(key)).isEqualTo("0");
    }

    @Test
    void a_refusal_of_the_handler_concerns_nobody_else() throws Exception {
        List<String> counters = opened(10);
        List<CompletableFuture<Integer>> answers = atOnce(people -> IntStream.range(0, 10)
                .mapToObj(n -> count(people, counters.get(n), n == 3 ? -1 : 1, counters.get(n)))
                .toList());
        assertThat(failed(answers)).containsExactly(3);
        assertThat(service.getBean(IdempotentAnswers.class).find("count", counters.get(3)))
                .isEmpty();
        assertThat(counters.stream().mapToInt(this::total).sum()).isEqualTo(9);
    }

    @Test
    void one_hot_deal_starves_nobody() throws Exception {
        String hot = opened();
        List<String> cold = opened(6);
        CompletableFuture<Void> done = new CompletableFuture<>();
        AtomicInteger ofTheHot = new AtomicInteger();
        List<Integer> meanwhile;
        try (Callers people = new Callers()) {
            IntStream.range(0, 24)
                    .forEach(n -> people.call(() -> {
                        while (!done.isDone()) {
                            gateway().sendAndWait(new CounterCommand.Count(hot, 1));
                            ofTheHot.incrementAndGet();
                        }
                        return true;
                    }));
            try {
                meanwhile = Callers.all(cold.stream().map(id -> people.call(() -> countMany(id, ofTheHot)))).stream()
                        .flatMap(List::stream)
                        .sorted()
                        .toList();
            } finally {
                done.complete(null);
            }
        }
        // the median: the machine may leave a single caller waiting for as long as it likes
        assertThat(meanwhile.get(meanwhile.size() / 2))
                .as("commands of the hot deal while one of a cold one was committed")
                .isLessThanOrEqualTo(4);
    }

    /// @return for each command, how many of the hot deal came in between
    private List<Integer> countMany(String id, AtomicInteger ofTheHot) {
        List<Integer> meanwhile = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            int before = ofTheHot.get();
            gateway().sendAndWait(new CounterCommand.Count(id, 1));
            meanwhile.add(ofTheHot.get() - before);
        }
        return meanwhile;
    }

    @Test
    void beyond_the_bound_a_command_is_refused_at_once_and_may_come_again() throws Exception {
        try (ConfigurableApplicationContext narrow =
                TestService.start(url, Map.of("baton.group-commit.most-waiting", "4"))) {
            CommandGateway gateway = narrow.getBean(CommandGateway.class);
            List<String> counters = opened(12);
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            try (Callers people = new Callers()) {
                try (LogLock ignored = LogLock.hold(url)) {
                    for (String id : counters) {
                        answers.add(people.call(() -> gateway.<Integer>sendAndWait(new CounterCommand.Count(id, 1))));
                        if (answers.size() == 1) {
                            awaitSomebodyAtTheLock();
                        }
                    }
                    GroupCommit group = narrow.getBean(GroupCommit.class);
                    await().until(() -> failed(answers).size() + group.waiting() == 11);
                    assertThat(failed(answers)).as("one is written, four wait").hasSize(7);
                }
            }
            List<Integer> failed = failed(answers);
            assertThat(failed)
                    .allSatisfy(n -> assertThat(answers.get(n).exceptionNow()).isInstanceOf(LogOverloaded.class));
            assertThat(counters.stream().mapToInt(this::total).sum()).isEqualTo(12 - failed.size());
            failed.forEach(n -> gateway.sendAndWait(new CounterCommand.Count(counters.get(n), 1)));
            assertThat(counters.stream().mapToInt(this::total).sum()).isEqualTo(12);
        }
    }

    /// Sent while one cannot commit, so that all of them wait together behind it.
    private List<CompletableFuture<Integer>> atOnce(Function<Callers, List<CompletableFuture<Integer>>> commands)
            throws InterruptedException {
        try (Callers people = new Callers()) {
            String first = opened();
            try (LogLock ignored = LogLock.hold(url)) {
                CompletableFuture<Integer> written = count(people, first, 1);
                awaitSomebodyAtTheLock();
                List<CompletableFuture<Integer>> answers = commands.apply(people);
                GroupCommit group = service.getBean(GroupCommit.class);
                await().until(() -> group.waiting() + failed(answers).size() == answers.size());
                assertThat(written).isNotDone();
                return answers;
            }
        }
    }

    private void awaitSomebodyAtTheLock() {
        await().until(() -> jdbc.queryForObject("""
                        select count(*) from pg_locks where locktype = 'advisory' and not granted
                        and database = (select oid from pg_database where datname = current_database())
                        """, Long.class) == 1);
    }

    private static List<Integer> failed(List<CompletableFuture<Integer>> answers) {
        return IntStream.range(0, answers.size())
                .filter(n -> answers.get(n).isCompletedExceptionally())
                .boxed()
                .toList();
    }

    private CompletableFuture<Integer> count(Callers people, String id, int by) {
        return people.call(() -> gateway().sendAndWait(new CounterCommand.Count(id, by)));
    }

    private CompletableFuture<Integer> count(Callers people, String id, int by, String key) {
        return send(people, new CounterCommand.Count(id, by), answering(key));
    }

    private CompletableFuture<Integer> send(Callers people, CounterCommand command, CommitCompanion companion) {
        return people.call(() -> gateway()
                .sendAndWait(new GenericCommandMessage<>(command, MetaData.with(CommitCompanion.KEY, companion))));
    }

    private CommitCompanion answering(String key) {
        return service.getBean(IdempotentAnswers.class)
                .companion("count", key, "digest", total -> new IdempotentAnswers.Answer(200, String.valueOf(total)));
    }

    private static void fail(Connection connection, Object result) {
        throw new IllegalStateException("this companion cannot write");
    }

    private String kept(String key) {
        return service.getBean(IdempotentAnswers.class)
                .find("count", key)
                .orElseThrow()
                .answer();
    }

    private List<String> opened(int count) {
        return Stream.generate(this::opened).limit(count).toList();
    }

    private String opened() {
        String id = UUID.randomUUID().toString();
        gateway().sendAndWait(new CounterCommand.Open(id, "any"));
        return id;
    }

    private int total(String id) {
        return log.readStream(StreamId.deal(id), 0).stream()
                .filter(event -> event.envelope().type().equals(CounterCodec.COUNTED))
                .mapToInt(event -> Integer.parseInt(event.envelope().data().replaceAll("\\D", "")))
                .sum();
    }

    private long commits() {
        return jdbc.queryForObject("select count(*) from event_commit", Long.class);
    }

    private String transactionOf(String table, String row) {
        return jdbc.queryForObject("select xmin::text from " + table + " where " + row, String.class);
    }

    private CommandGateway gateway() {
        return service.getBean(CommandGateway.class);
    }
}
