package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.roles.directory.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Not a claim, a measurement: `-Dbaton.measure.people=300` prints what it costs to know everybody, and to hand so many
/// deals on, the more people there are.
@EnabledIfSystemProperty(named = "baton.measure.people", matches = "\\d+")
class ManyPeopleTest {
    private static final int LOOKS = 201;

    @Test
    void the_relay_says_what_many_people_cost() {
        int deals = Integer.getInteger("baton.measure.people");
        try (Service service = new Service()) {
            service.join(ACCOUNT_EXECUTIVE, "anna", 100_000, "East");
            service.join(SALES_REPRESENTATIVE, "rita", 100_000, "East");
            handOn(service, deals);
            measure(service, 10, "have left", deals);
            measure(service, 1_000, "have left", deals);
            measure(service, 10_000, "have left", deals);
            measure(service, 10_000, "have another role", deals);
            measure(service, 1_000, "have the role, and work elsewhere", deals);
            measure(service, 10_000, "have the role, and work elsewhere", deals);
        }
    }

    private static void measure(Service service, int people, String whose, int deals) {
        service.sql().update("delete from member_directory where member like 'somebody-%'");
        service.sql()
                .update(
                        """
                insert into member_directory (role, member, name, capacity, territories, skills, languages,
                                              availability, departed)
                select ?, 'somebody-' || n, 'Somebody', 50, '{West,North,South}', '{}', '{German,English}', 'AVAILABLE', ?
                from generate_series(1, ?) n""",
                        (whose.equals("have another role") ? Role.CUSTOMER_SUPPORT_REPRESENTATIVE : ACCOUNT_EXECUTIVE)
                                .name(),
                        whose.equals("have left"),
                        people);
        service.sql().execute("analyze member_directory");
        service.restart();
        handOn(service, deals);
        long[] looks = looks(service.bean(Members.class));
        double handedOn = handOn(service, deals);
        System.out.printf(
                "%,6d who %-34s %8.3f ms a look, %7.2f ms a deal, %,d bytes a decision%n",
                people, whose, looks[LOOKS / 2] / 1e6, handedOn, bytes(service));
    }

    /// In order, the shortest first; what a unit of work knows is asked for anew in the next.
    private static long[] looks(Members members) {
        long[] looks = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            long begin = System.nanoTime();
            var work = DefaultUnitOfWork.startAndGet(null);
            assertThat(members.colleagues(ACCOUNT_EXECUTIVE)).isNotEmpty();
            work.rollback();
            looks[i] = System.nanoTime() - begin;
        }
        Arrays.sort(looks);
        return looks;
    }

    /// @return milliseconds for each deal
    private static double handOn(Service service, int deals) {
        List<String> ids = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < deals; i++) {
            ids.add(service.newDeal());
            service.tell(
                    ids.getLast(),
                    DAY,
                    lead("East", null, new Holder(SALES_REPRESENTATIVE, "rita")),
                    new LeadQualified(null, null, null));
        }
        service.topic().flush();
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> new Holder(ACCOUNT_EXECUTIVE, "anna").equals(service.holder(ids.getLast())));
        return (System.nanoTime() - begin) / 1e6 / deals;
    }

    private static int bytes(Service service) {
        return Objects.requireNonNull(service.sql().queryForObject("""
                        select length(payload) from event where type = 'baton.responsibility.assignment-decided.v1'
                        order by position desc limit 1""", Integer.class));
    }
}
