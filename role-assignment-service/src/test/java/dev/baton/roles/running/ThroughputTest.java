package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Not a claim, a measurement: `-Dbaton.measure=1000` prints how many deal events a second the relay keeps up with.
@EnabledIfSystemProperty(named = "baton.measure", matches = "\\d+")
class ThroughputTest {

    @Test
    void the_relay_says_how_fast_it_is() {
        int deals = Integer.getInteger("baton.measure");
        try (Service service = new Service()) {
            people(service);
            run(service, deals / 4);
            run(service, deals);
            everyLoadIsTheSumOfItsSlots(service);
        }
    }

    private static void people(Service service) {
        for (int i = 0; i < 30; i++) {
            service.join(ACCOUNT_EXECUTIVE, "executive-" + i, 25_000);
        }
        for (int i = 0; i < 6; i++) {
            service.join(SALES_REPRESENTATIVE, "representative-" + i, 10_000, "East");
            service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "support-" + i, 10_000, "East");
        }
    }

    private static void run(Service service, int deals) {
        List<String> ids = new ArrayList<>();
        long begin = System.nanoTime();
        Duration cpu = cpu();
        for (int i = 0; i < deals; i++) {
            String deal = service.newDeal();
            ids.add(deal);
            service.tell(
                    deal,
                    DAY,
                    lead("East", new RequestedHolder(ACCOUNT_EXECUTIVE, "executive-" + i % 30), null),
                    new LeadQualified(null, null, null),
                    new Closed(Outcome.WON, null, null, null));
        }
        service.topic().flush();
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ids.stream().skip(deals - 50L).allMatch(deal -> inSupport(service.holder(deal))));
        double seconds = (System.nanoTime() - begin) / 1e9;
        double milliseconds = cpu().minus(cpu).toMillis() / (3.0 * deals);
        System.out.printf(
                "%d deals, %d events in %.1f s: %.0f events/s, %.2f ms CPU of this JVM each%n",
                deals, 3 * deals, seconds, 3 * deals / seconds, milliseconds);
    }

    private static void everyLoadIsTheSumOfItsSlots(Service service) {
        assertThat(service.sql().queryForList("""
                        select member from member_directory person
                        where load <> (select coalesce(sum(weight), 0) from slot
                                       where slot.role = person.role and slot.member = person.member)""")).isEmpty();
        assertThat(service.waiting()).isZero();
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static boolean inSupport(Holder holder) {
        return holder != null && holder.role() == CUSTOMER_SUPPORT_REPRESENTATIVE;
    }
}
