package dev.baton.roles.parking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.testing.FreePort;
import dev.baton.contract.testing.Patience;
import dev.baton.roles.parking.KeptEvents.Leaving;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The parking place as PostgreSQL keeps it, with two at work on the same deal.
class KeptRowsTest {
    private static final String DEAL = "deal-1";

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate sql;
    private static TransactionTemplate transaction;
    private static ParkingPlace place;
    private static KeptRows rows;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Patience.LIMIT)
                .setPort(FreePort.next())
                .start();
        sql = new JdbcTemplate(postgres.getPostgresDatabase());
        var transactions = new JdbcTransactionManager(Objects.requireNonNull(sql.getDataSource()));
        transaction = new TransactionTemplate(transactions);
        place = new ParkingPlace(sql, transactions);
        rows = new KeptRows(sql, transactions);
        migrate("V1003__parked_hand_offs.sql");
        migrate("V1095__why_a_hand_off_is_parked.sql");
        migrate("V1130__a_parked_hand_off_is_tried_by_itself.sql");
    }

    private static void migrate(String file) throws IOException {
        try (InputStream text = KeptRowsTest.class.getResourceAsStream("/db/role-assignment-service/" + file)) {
            sql.execute(new String(Objects.requireNonNull(text).readAllBytes(), UTF_8));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void nothingIsParked() {
        sql.execute("truncate parked_hand_off cascade");
    }

    @Test
    void the_second_failure_of_a_batch_parks_its_deal_and_has_each_event_tried_once_the_relay_has_kept_them() {
        place.failed(DEAL, 3, new IllegalStateException("no"), true);
        assertThat(keeps(3)).isFalse();
        place.failed(DEAL, 3, new IllegalStateException("no"), true);
        assertThat(rows.due(9)).isEmpty();
        assertThat(rows.leave(DEAL)).isEqualTo(Leaving.NOTHING_IS_KEPT_YET);
        assertThat(keeps(3)).isTrue();
        assertThat(rows.due(9)).containsExactly(DEAL);
        assertThat(rows.claim(DEAL)).isTrue();
        assertThat(rows.claim(DEAL)).isFalse();
        assertThat(rows.due(9)).isEmpty();
    }

    @Test
    void an_event_that_fails_alone_waits_for_somebody() {
        parked(3, false);
        keeps(3);
        assertThat(rows.due(9)).isEmpty();
    }

    @Test
    void who_is_tried_before_the_relay_has_kept_its_event_is_tried_by_itself_as_soon_as_it_has() {
        parked(3, false);
        assertThat(rows.leave(DEAL)).isEqualTo(Leaving.NOTHING_IS_KEPT_YET);
        assertThat(rows.due(9)).isEmpty();
        assertThat(keeps(3)).isTrue();
        assertThat(rows.due(9)).containsExactly(DEAL);
    }

    @Test
    void what_comes_before_the_event_that_fails_is_not_kept() {
        parked(5, false);
        assertThat(keeps(3)).isFalse();
        assertThat(keeps(5)).isTrue();
        assertThat(keeps(8)).isTrue();
        assertThat(rows.first(DEAL)).hasValue(5);
    }

    @Test
    void each_event_that_is_heard_moves_the_deal_on_to_the_next_which_nothing_is_known_of() {
        parked(3, true);
        keeps(3);
        keeps(5);
        transaction.executeWithoutResult(ignored -> rows.heard(DEAL, 3));
        assertThat(parked()).containsEntry("position", 5L).containsEntry("failures", 0);
        assertThat(rows.failsAt(DEAL, 5, new IllegalStateException("it is the second")))
                .isTrue();
        assertThat(parked())
                .containsEntry("position", 5L)
                .containsEntry("failures", 1)
                .containsEntry("fault", "RELAY")
                .containsEntry("due_at", null);
    }

    @Test
    void who_is_killed_before_the_deal_has_left_leaves_it_to_whoever_looks_later() {
        parked(3, false);
        keeps(3);
        rows.begin(DEAL);
        transaction.executeWithoutResult(ignored -> rows.heard(DEAL, 3));
        assertThat(rows.due(9)).isEmpty();
        sql.update("update parked_hand_off set due_at = due_at - interval '1 minute'");
        assertThat(rows.due(9)).containsExactly(DEAL);
        assertThat(keeps(4)).isTrue();
        assertThat(rows.leave(DEAL)).isEqualTo(Leaving.MORE_IS_KEPT);
        transaction.executeWithoutResult(ignored -> rows.heard(DEAL, 4));
        assertThat(rows.leave(DEAL)).isEqualTo(Leaving.LEFT);
        assertThat(rows.leave(DEAL)).isEqualTo(Leaving.LEFT);
    }

    @Test
    void what_its_moment_is_to_blame_for_is_tried_again_by_itself() {
        parked(3, false);
        keeps(3);
        assertThat(rows.failsAt(DEAL, 3, new QueryTimeoutException("too slow"))).isTrue();
        assertThat(parked()).containsEntry("fault", "MOMENT");
        assertThat(parked().get("due_at")).isNotNull();
    }

    @Test
    void who_fails_at_an_event_that_somebody_else_got_through_changes_nothing() {
        parked(3, false);
        keeps(3);
        keeps(5);
        transaction.executeWithoutResult(ignored -> rows.heard(DEAL, 3));
        assertThat(rows.failsAt(DEAL, 3, new IllegalStateException("late"))).isFalse();
        assertThat(parked()).containsEntry("position", 5L).containsEntry("failures", 0);
    }

    @Test
    void of_two_who_try_the_same_event_the_other_finds_it_gone() {
        parked(3, false);
        keeps(3);
        CompletableFuture<Boolean> other = new CompletableFuture<>();
        transaction.executeWithoutResult(ignored -> {
            assertThat(rows.lock(DEAL, 3)).isTrue();
            elsewhere(other, () -> transaction.execute(alone -> rows.lock(DEAL, 3)));
            somebodyWaits();
            rows.heard(DEAL, 3);
        });
        assertThat(other.join()).isFalse();
    }

    @Test
    void a_deal_does_not_leave_while_something_is_being_kept_for_it() {
        parked(3, false);
        keeps(3);
        transaction.executeWithoutResult(ignored -> rows.heard(DEAL, 3));
        CompletableFuture<Leaving> leaving = new CompletableFuture<>();
        transaction.executeWithoutResult(ignored -> {
            assertThat(keeps(8)).isTrue();
            elsewhere(leaving, () -> rows.leave(DEAL));
            somebodyWaits();
        });
        assertThat(leaving.join()).isEqualTo(Leaving.MORE_IS_KEPT);
    }

    @Test
    void what_would_have_been_kept_for_a_deal_that_has_left_meanwhile_is_heard() {
        parked(3, false);
        keeps(3);
        transaction.executeWithoutResult(ignored -> rows.heard(DEAL, 3));
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a batch"));
        assertThat(place.keeps("another deal", 7)).isFalse();
        assertThat(rows.leave(DEAL)).isEqualTo(Leaving.LEFT);
        assertThat(place.keeps(DEAL, 8)).isFalse();
        assertThat(place.keeps(DEAL, 9)).isFalse();
        unit.rollback();
        assertThat(rows.first(DEAL)).isEmpty();
    }

    @Test
    void nobody_rebuilds_a_memory_while_its_event_is_heard() {
        parked(3, false);
        assertThat(transaction.<Boolean>execute(ignored -> rows.rests(DEAL, 3))).isTrue();
        keeps(3);
        keeps(5);
        CompletableFuture<Boolean> rests = new CompletableFuture<>();
        transaction.executeWithoutResult(ignored -> {
            rows.lock(DEAL, 3);
            elsewhere(rests, () -> transaction.execute(alone -> rows.rests(DEAL, 3)));
            somebodyWaits();
            rows.heard(DEAL, 3);
        });
        assertThat(rests.join()).isFalse();
    }

    @Test
    void who_waits_to_keep_an_event_holds_nobody_up_who_tries_its_deal() {
        parked(3, false);
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        CompletableFuture<Leaving> leaving = new CompletableFuture<>();
        transaction.executeWithoutResult(ignored -> {
            sql.execute("lock table parked_hand_off_event in share mode");
            elsewhere(kept, () -> transaction.execute(alone -> keeps(3)));
            somebodyWaits();
            elsewhere(leaving, () -> rows.leave(DEAL));
            assertThat(leaving.orTimeout(Patience.LIMIT.toSeconds(), SECONDS).join())
                    .isEqualTo(Leaving.NOTHING_IS_KEPT_YET);
        });
        assertThat(kept.join()).isTrue();
        assertThat(rows.due(9)).containsExactly(DEAL);
    }

    private static void parked(long position, boolean severally) {
        place.failed(DEAL, position, new IllegalStateException("no"), severally);
        place.failed(DEAL, position, new IllegalStateException("no"), severally);
    }

    private static boolean keeps(long position) {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a batch"));
        try {
            return place.keeps(DEAL, position);
        } finally {
            unit.rollback();
        }
    }

    private static Map<String, Object> parked() {
        return sql.queryForMap("select * from parked_hand_off where deal = ?", DEAL);
    }

    private static <T> void elsewhere(CompletableFuture<T> answer, Supplier<T> act) {
        Thread.ofPlatform().start(() -> answer.completeAsync(act, Runnable::run));
    }

    private static void somebodyWaits() {
        Awaitility.await()
                .atMost(Patience.LIMIT)
                .until(() -> Boolean.TRUE.equals(sql.queryForObject(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock')", Boolean.class)));
    }
}
