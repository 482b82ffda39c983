package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How far the deals of somebody who is away have come: the same page as of somebody who left.
class AbsenceEndToEndTest {
    private static final String OFFICE = TestTokens.client("office", "members:write", "ops");
    private static final Duration LONG = Duration.ofDays(30);

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        Map<String, Object> lending = Map.of("ACCOUNT_EXECUTIVE", Map.of("whenAbsent", "DELEGATE"));
        assertThat(service.put(OFFICE, "/v1/routing-policies/lending", Map.of("roles", lending))
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_is_lent_goes_and_comes_back_as_the_page_says_although_the_service_stops_in_between() {
        holds("nina", "lending", 250);
        service.join(ACCOUNT_EXECUTIVE, "nils", 1000);
        assertThat(service.get(OFFICE, "/v1/members/nina/absence").status()).isEqualTo(404);
        is("nina", "ABSENT", LONG);
        JsonNode begun = absence("nina");
        service.restart();

        eventually()
                .untilAsserted(() ->
                        assertThat(absence("nina").get("done").asBoolean()).isTrue());
        JsonNode done = absence("nina");
        assertThat(begun.get("deals").asInt()).isEqualTo(250);
        assertThat(begun.get("handedOnFrom")).isEqualTo(begun.get("since"));
        assertThat(counts(done)).isEqualTo("250 deals, 250 rehomed, 0 remaining, 250 lent");
        assertThat(done.hasNonNull("back")).isFalse();

        is("nina", "AVAILABLE", null);
        assertThat(absence("nina").hasNonNull("back")).isTrue();
        eventually()
                .untilAsserted(() ->
                        assertThat(absence("nina").get("done").asBoolean()).isTrue());
        assertThat(counts(absence("nina"))).isEqualTo("250 deals, 0 rehomed, 250 remaining, 0 lent");
    }

    @Test
    void what_is_transferred_does_not_come_back() {
        holds("tara", "milestones", 20);
        service.join(ACCOUNT_EXECUTIVE, "tom", 1000);
        is("tara", "ABSENT", LONG);
        eventually()
                .untilAsserted(() ->
                        assertThat(absence("tara").get("done").asBoolean()).isTrue());
        assertThat(counts(absence("tara"))).isEqualTo("20 deals, 20 rehomed, 0 remaining, 0 lent");
        is("tara", "AVAILABLE", null);
        assertThat(counts(absence("tara"))).isEqualTo("20 deals, 20 rehomed, 0 remaining, 0 lent");
        assertThat(absence("tara").get("done").asBoolean()).isTrue();
    }

    @Test
    void who_is_back_soon_hands_nothing_on_until_they_say_that_it_will_be_longer() {
        holds("sara", "milestones", 3);
        service.join(ACCOUNT_EXECUTIVE, "stan", 1000);
        is("sara", "ABSENT", Duration.ofDays(2));
        JsonNode soon = absence("sara");
        assertThat(soon.hasNonNull("handedOnFrom")).isFalse();
        assertThat(soon.get("done").asBoolean()).isTrue();
        assertThat(counts(soon)).isEqualTo("3 deals, 0 rehomed, 3 remaining, 0 lent");

        is("sara", "ABSENT", LONG);
        assertThat(absence("sara").get("since")).isEqualTo(soon.get("since"));
        eventually()
                .untilAsserted(
                        () -> assertThat(counts(absence("sara"))).isEqualTo("3 deals, 3 rehomed, 0 remaining, 0 lent"));
        service.post(OFFICE, "/v1/members/sara/departure", Map.of());
        assertThat(absence("sara").hasNonNull("back")).isTrue();
        assertThat(service.get(OFFICE, "/v1/members/sara/departure").status()).isEqualTo(200);
    }

    @Test
    void an_absence_that_begins_anew_in_the_moment_in_which_it_ended_goes_on() {
        service.join(ACCOUNT_EXECUTIVE, "vera", 1000);
        Clock usual = GenericEventMessage.clock;
        GenericEventMessage.clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        try {
            is("vera", "ABSENT", null);
            is("vera", "AVAILABLE", null);
            is("vera", "ABSENT", null);
        } finally {
            GenericEventMessage.clock = usual;
        }
        assertThat(service.sql().queryForObject("select count(*) from departure where member = 'vera'", Integer.class))
                .as("told in one moment")
                .isOne();
        assertThat(absence("vera").hasNonNull("back")).isFalse();
    }

    @Test
    void who_does_not_say_how_long_hands_on_once_the_threshold_is_reached() {
        holds("uma", "milestones", 1);
        is("uma", "ABSENT", null);
        JsonNode open = absence("uma");
        assertThat(Instant.parse(open.get("handedOnFrom").asString()))
                .isEqualTo(Instant.parse(open.get("since").asString()).plus(Duration.ofDays(14)));
        assertThat(open.get("done").asBoolean()).isFalse();
    }

    private static String counts(JsonNode away) {
        return "%s deals, %s rehomed, %s remaining, %s lent"
                .formatted(away.get("deals"), away.get("rehomed"), away.get("remaining"), away.get("lent"));
    }

    private static JsonNode absence(String member) {
        return service.get(OFFICE, "/v1/members/" + member + "/absence")
                .json()
                .get("roles")
                .get(0);
    }

    /// Whoever is away takes nothing, and those who were there before take nothing from now on.
    private static void holds(String member, String pipeline, int deals) {
        service.sql()
                .queryForList(
                        "select member from member_directory where role = 'ACCOUNT_EXECUTIVE' and not departed",
                        String.class)
                .forEach(other -> service.post(OFFICE, "/v1/members/" + other + "/capacity", Map.of("capacity", 0)));
        service.join(ACCOUNT_EXECUTIVE, member, 1000);
        for (int i = 0; i < deals; i++) {
            service.tell(
                    service.newDeal(),
                    DAY,
                    lead(
                            pipeline,
                            null,
                            new RequestedHolder(ACCOUNT_EXECUTIVE, member),
                            new Holder(SALES_REPRESENTATIVE, "rita")),
                    new LeadQualified(null, null, null));
        }
        eventually().untilAsserted(() -> assertThat(held(member)).isEqualTo(deals));
    }

    /// What was mistyped is not taken for an absence that is over at once.
    @Test
    void an_absence_ends_ahead_and_whoever_is_there_is_so_without_end() {
        service.join(ACCOUNT_EXECUTIVE, "orla", 10);
        String path = "/v1/members/orla/availability";
        for (Map<String, Object> said : List.<Map<String, Object>>of(
                Map.of("availability", "ABSENT", "until", "2020-12-24T08:00:00Z"),
                Map.of("availability", "AVAILABLE", "until", "2126-12-24T08:00:00Z"))) {
            Service.Answer refused = service.post(OFFICE, path, said);
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().path("pointer").asString()).isEqualTo("/until");
        }
        assertThat(service.get(OFFICE, "/v1/members/orla/absence").status()).isEqualTo(404);
    }

    private static int held(String member) {
        return Objects.requireNonNull(service.sql()
                .queryForObject(
                        "select count(*) from responsibility where member = ? and ended_at is null",
                        Integer.class,
                        member));
    }

    private static void is(String member, String availability, @Nullable Duration duration) {
        Map<String, Object> said = new HashMap<>(Map.of("availability", availability));
        if (duration != null) {
            said.put("until", Instant.now().plus(duration).toString());
        }
        assertThat(service.post(OFFICE, "/v1/members/" + member + "/availability", said)
                        .status())
                .isEqualTo(200);
    }
}
