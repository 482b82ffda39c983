package dev.baton.deal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.Http.Answer;
import dev.baton.deal.lifecycle.DealState;
import dev.baton.deal.lifecycle.OnHold;
import dev.baton.deal.lifecycle.Unknown;
import dev.baton.web.edge.testing.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/// Deals that are merged into each other in the same moment, on two instances over one database: whatever the order,
/// each goes on in a deal that is on its way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergingAtOnceTest {
    private static final int ROUNDS = 25;
    private static final String LOST = "{\"outcome\": \"LOST\", \"reason\": \"PRICE\"}";

    private final String database = House.newDatabase();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random = new Random(20261128);
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();

    @BeforeAll
    void start() {
        services.add(House.openOn(database));
        services.add(House.openOn(database));
    }

    @AfterAll
    void stop() {
        people.close();
        services.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void of_two_that_are_merged_into_each_other_one_goes_on() throws Exception {
        for (int round = 0; round < 5; round++) {
            String a = found();
            String b = found();
            List<Answer> answers = decidedBeforeEitherIsStored(() -> merge(0, a, b), () -> merge(1, b, a));
            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 422);
            assertThat(refusals(answers)).containsExactly("no-survivor");
            requireSurvivors(List.of(a, b));
        }
    }

    @Test
    void none_goes_on_in_one_that_was_lost_in_the_same_moment() throws Exception {
        for (int round = 0; round < 5; round++) {
            String a = found();
            String b = found();
            List<Answer> answers = decidedBeforeEitherIsStored(() -> merge(0, a, b), () -> lose(1, b));
            assertThat(answers.get(1).status()).as(answers.get(1).body()).isEqualTo(200);
            assertThat(refusals(answers)).isSubsetOf("no-survivor");
            requireSurvivors(List.of(a, b));
        }
    }

    @Test
    void none_goes_on_in_one_that_has_become_another_customers_in_the_same_moment() throws Exception {
        for (int round = 0; round < 5; round++) {
            String a = found();
            String b = found();
            List<Answer> answers = decidedBeforeEitherIsStored(() -> merge(0, a, b), () -> correct(1, b));
            assertThat(answers.get(1).status()).as(answers.get(1).body()).isEqualTo(200);
            boolean merged = answers.getFirst().status() == 200;
            long merger = merged ? position(a, 1) : Long.MAX_VALUE;
            assertThat(merged)
                    .as(answers.getFirst().body())
                    .isEqualTo(merger < position(b, 1))
                    .isNotEqualTo(refusals(answers).contains("another-customer"));
        }
    }

    /// Whichever come last go on; some are asked for on one instance, some on the other.
    @Test
    void of_a_ring_not_all_are_merged() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> ring =
                    Stream.generate(this::found).limit(2 + round % 3).toList();
            List<Answer> answers = atOnce(IntStream.range(0, ring.size())
                    .<Supplier<Answer>>mapToObj(n -> merging(ring.get(n), ring.get((n + 1) % ring.size())))
                    .toList());
            assertThat(refusals(answers)).as(ring.toString()).isNotEmpty().containsOnly("no-survivor");
            requireSurvivors(ring);
        }
    }

    @Test
    void whatever_happens_to_it_meanwhile_a_survivor_is_on_its_way() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String a = found();
            String b = found();
            String c = found();
            List<Answer> answers =
                    atOnce(List.of(merging(a, b), merging(c, b), merging(b, a), () -> lose(random.nextInt(2), b)));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409, 422));
            requireSurvivors(List.of(a, b, c));
        }
    }

    private Supplier<Answer> merging(String deal, String survivor) {
        int instance = random.nextInt(2);
        return () -> merge(instance, deal, survivor);
    }

    /// Everybody has decided by what was, and waits for the log.
    private List<Answer> decidedBeforeEitherIsStored(Supplier<Answer> one, Supplier<Answer> other) throws SQLException {
        List<CompletableFuture<Answer>> answers;
        try (Connection holding = DriverManager.getConnection(database)) {
            holding.setAutoCommit(false);
            try (Statement statement = holding.createStatement()) {
                statement.execute("lock table event_commit in exclusive mode");
            }
            answers = Stream.of(one, other)
                    .map(command -> CompletableFuture.supplyAsync(command, people))
                    .toList();
            await().until(() -> waiting() == 2);
            holding.rollback();
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private int waiting() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<Answer> atOnce(List<Supplier<Answer>> commands) {
        CyclicBarrier together = new CyclicBarrier(commands.size());
        List<Supplier<Answer>> inAnyOrder = new ArrayList<>(commands);
        Collections.shuffle(inAnyOrder, random);
        List<CompletableFuture<Answer>> answers = inAnyOrder.stream()
                .map(command -> CompletableFuture.supplyAsync(() -> after(together, command), people))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static Answer after(CyclicBarrier together, Supplier<Answer> command) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return command.get();
    }

    /// Whoever was merged, was merged into a deal that was on its way in that place of the log.
    private void requireSurvivors(List<String> deals) {
        for (String deal : deals) {
            for (StoredEvent stored : story(deal)) {
                if (event(stored) instanceof DealMerged merged) {
                    DealState survivor = before(stored.position(), merged.survivor());
                    assertThat(survivor instanceof DealState.Open || survivor instanceof OnHold)
                            .as("%s went on in %s, which was %s", deal, merged.survivor(), survivor.stateName())
                            .isTrue();
                }
            }
        }
    }

    private DealState before(long position, String deal) {
        DealState state = new Unknown();
        for (StoredEvent stored : story(deal)) {
            if (stored.position() < position) {
                state = state.told(
                        event(stored),
                        stored.envelope().time(),
                        stored.envelope().recordedTime());
            }
        }
        return state;
    }

    private long position(String deal, int sequence) {
        return story(deal).get(sequence).position();
    }

    private List<StoredEvent> story(String deal) {
        return services.getFirst().getBean(EventLog.class).readStream(StreamId.deal(deal), 0);
    }

    private DealEvent event(StoredEvent stored) {
        return (DealEvent) services.getFirst()
                .getBean(EventCodec.class)
                .decode(stored.envelope().type(), stored.envelope().data());
    }

    private static List<String> refusals(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() != 200)
                .map(Answer::code)
                .toList();
    }

    private Answer merge(int instance, String deal, String survivor) {
        return maria(instance)
                .command("/v1/deals/" + deal + "/merge-into", "{\"survivor\": \"%s\"}".formatted(survivor));
    }

    private Answer lose(int instance, String deal) {
        return maria(instance).command("/v1/deals/" + deal + "/close-deal", LOST);
    }

    private Answer correct(int instance, String deal) {
        return maria(instance).command("/v1/deals/" + deal + "/correct-deal", """
                {"reason": "mistaken for Acme", "customer": {"id": "apex", "name": "Apex"}}""");
    }

    private String found() {
        Answer answer =
                somebody(random.nextInt(2), "rita", "SALES_REPRESENTATIVE").command("/v1/deals", """
                {"pipeline": "milestones", "title": "Bikes", "customer": {"id": "acme", "name": "Acme"}}""");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("dealId").asString();
    }

    private Http maria(int instance) {
        return somebody(instance, "maria", "SALES_MANAGER");
    }

    private Http somebody(int instance, String member, String role) {
        return House.http(services.get(instance)).as(TestTokens.member(member, role));
    }
}
