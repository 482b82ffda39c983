package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.jitter.Jitter;
import dev.baton.jitter.Place;
import dev.baton.web.edge.testing.TestTokens;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds tests up names types and methods of libraries, all of which this service uses.
class JitterTest {
    private static final String OFFICE = TestTokens.client("office", "deals:read");

    @ParameterizedTest
    @EnumSource
    void what_is_held_up_is_there_under_the_name_by_which_it_is_known(Place place) {
        assertThat(place.isOfUse(getClass().getClassLoader())).isTrue();
        assertThat(place.exists(getClass().getClassLoader())).isTrue();
    }

    @Test
    @EnabledIf("dev.baton.jitter.Jitter#isOn")
    void a_running_relay_is_held_up_everywhere() {
        // read in bulk by a rebuild alone
        Set<Place> places = EnumSet.complementOf(EnumSet.of(Place.BULK_READER));
        try (Service service = Service.staffed()) {
            eventually().untilAsserted(() -> {
                qualify(service);
                assertThat(places).allMatch(place -> Jitter.heldUp(place) > 0);
            });
        }
    }

    private static void qualify(Service service) {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null), new LeadQualified(null, null, null));
        eventually().until(() -> isExecutive(service.holder(deal)));
        assertThat(service.get(OFFICE, "/v1/deals/" + deal + "/responsibility").status())
                .isEqualTo(200);
    }

    private static boolean isExecutive(Holder holder) {
        return holder != null && holder.role() == ACCOUNT_EXECUTIVE;
    }
}
