package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.roles.directory.Members;
import dev.baton.roles.routing.Colleague;
import dev.baton.web.edge.testing.TestTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where there are many people, what is known of them is kept and brought up to date by the log: it is always what the
/// rows say.
class KnownPeopleTest {
    private static final String OFFICE = TestTokens.client("office", "members:write", "ops");

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.sql().update("""
                insert into member_directory
                    (role, member, name, capacity, territories, skills, languages, availability, departed)
                select 'ACCOUNT_EXECUTIVE', 'somebody-' || n, 'Somebody', 5, '{Nowhere}', '{}', '{}', 'AVAILABLE', n % 2 = 0
                from generate_series(1, 400) n""");
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(ACCOUNT_EXECUTIVE, "anna", 1000);
        assertKnown(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatever_becomes_of_people_is_known_at_once_by_every_instance() {
        Service other = service.another();
        try {
            service.join(ACCOUNT_EXECUTIVE, "ben", 10, "North");
            assertKnown(service, other);
            change(service, "ben", "capacity", Map.of("capacity", 7));
            assertKnown(service, other);
            change(other, "ben", "availability", Map.of("availability", "ABSENT"));
            assertKnown(service, other);
            change(other, "ben", "availability", Map.of("availability", "AVAILABLE"));
            service.join(ACCOUNT_EXECUTIVE, "ben", 7, "South", "West");
            assertKnown(service, other);
            service.join(SALES_MANAGER, "ben", 3);
            assertKnown(service, other);
            change(service, "ben", "departure", Map.of());
            assertKnown(service, other);
            other.join(ACCOUNT_EXECUTIVE, "ben", 9);
            assertKnown(service, other);
        } finally {
            other.stop();
        }
    }

    @Test
    void what_people_are_given_is_known_at_once() {
        for (int i = 0; i < 20; i++) {
            String deal = service.newDeal();
            service.tell(
                    deal,
                    DAY,
                    lead("East", null, new Holder(SALES_REPRESENTATIVE, "rita")),
                    new LeadQualified(null, null, null));
            eventually()
                    .untilAsserted(() -> assertThat(service.holder(deal))
                            .extracting(Holder::role)
                            .isEqualTo(ACCOUNT_EXECUTIVE));
            assertKnown(service);
        }
    }

    @Test
    void what_a_transaction_has_written_and_not_committed_is_kept_for_nobody() {
        service.join(ACCOUNT_EXECUTIVE, "carl", 10);
        assertKnown(service);
        new TransactionTemplate(service.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            service.sql().update("update member_directory set capacity = 77 where member = 'carl'");
            service.sql().update("""
                    insert into event select position + 1, gen_random_uuid(), 'account-executive/carl', 99, type, payload,
                        metadata, occurred_at, recorded_at, source
                    from event order by position desc limit 1""");
            assertThat(capacity("carl")).isEqualTo(77);
            status.setRollbackOnly();
        });
        assertThat(capacity("carl")).isEqualTo(10);
        assertKnown(service);
    }

    @Test
    void more_facts_than_one_cares_to_look_through_are_no_difference() {
        service.join(ACCOUNT_EXECUTIVE, "zed", 1, "Nowhere");
        assertKnown(service);
        inOneCommit("account-executive/zed", IntStream.rangeClosed(1, 2_100).mapToObj(CapacityChanged::new));
        assertThat(capacity("zed")).isEqualTo(2_100);
        assertKnown(service);
    }

    private static void inOneCommit(String stream, Stream<?> events) {
        long first = Objects.requireNonNull(
                service.sql().queryForObject("select count(*) from event where stream_id = ?", Long.class, stream));
        AtomicLong sequence = new AtomicLong(first);
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> service.bean(EventStore.class)
                        .publish(events.map(event -> new GenericDomainEventMessage<>(
                                        "account-executive",
                                        stream,
                                        sequence.getAndIncrement(),
                                        event,
                                        Map.of("occurredat", DAY.toString())))
                                .toList()));
    }

    private static void change(Service by, String member, String what, Map<String, Object> how) {
        assertThat(by.post(OFFICE, "/v1/members/" + member + "/" + what, how).status())
                .isEqualTo(200);
    }

    private static int capacity(String member) {
        return service.bean(Members.class).colleagues(ACCOUNT_EXECUTIVE).stream()
                .filter(person -> person.member().equals(member))
                .findFirst()
                .orElseThrow()
                .capacity();
    }

    /// Nothing happens beside the test, so that rows and what is known can be compared one after the other.
    private static void assertKnown(Service... instances) {
        for (Service instance : instances) {
            Members members = instance.bean(Members.class);
            eventually().untilAsserted(() -> {
                for (Role role : Role.values()) {
                    assertThat(members.colleagues(role)).containsExactlyElementsOf(rows(role));
                }
                assertThat(members.asOf()).isEqualTo(end());
            });
        }
    }

    private static List<Colleague> rows(Role role) {
        return service.sql()
                .query(
                        "select * from member_directory where role = ? and not departed order by member",
                        KnownPeopleTest::row,
                        role.name());
    }

    private static Colleague row(ResultSet row, int ignored) throws SQLException {
        return new Colleague(
                row.getString("member"),
                row.getInt("capacity"),
                row.getInt("load"),
                row.getString("availability").equals("AVAILABLE"),
                texts(row, "territories"),
                texts(row, "skills"),
                texts(row, "languages"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("turn"),
                List.of());
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static long end() {
        return Objects.requireNonNull(
                service.sql().queryForObject("select coalesce(max(position), 0) from event", Long.class));
    }
}
