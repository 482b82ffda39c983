package dev.baton.deal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.web.edge.testing.TestTokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CalendarsTest {
    private static final String BERLIN = """
            {"zone": "Europe/Berlin", "days": ["MONDAY", "TUESDAY"], "opens": "08:00", "closes": "16:30",
             "holidays": ["2026-12-25"]}""";

    private final Http anybody = House.http();
    private final Http manager = House.http().as(TestTokens.member("maria", "SALES_MANAGER"));
    private final String team = "t" + Events.newSubject().substring(4);

    @Test
    void a_manager_adds_a_version_by_naming_the_one_it_replaces_and_the_earlier_stays() {
        assertThat(manager.put(path(), BERLIN).header("ETag")).isEqualTo("\"1\"");
        assertThat(manager.put(path(), BERLIN.replace("Berlin", "Lisbon"), "If-Match", "\"1\"")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(zone(path())).isEqualTo("Europe/Lisbon");
        assertThat(zone(path() + "?version=1")).isEqualTo("Europe/Berlin");
        assertThat(anybody.get("/v1/calendars").json().findValuesAsString("team"))
                .contains(team);
    }

    @Test
    void a_change_must_say_what_it_replaces() {
        manager.put(path(), BERLIN);
        assertThat(manager.put(path(), BERLIN).code()).isEqualTo("version-required");
        assertThat(manager.put(path(), BERLIN, "If-Match", "\"9\"").code()).isEqualTo("version-passed");
    }

    @Test
    void nobody_else_changes_a_calendar() {
        assertThat(anybody.put(path(), BERLIN).code()).isEqualTo("role-required");
        assertThat(anybody.get(path()).code()).isEqualTo("unknown-calendar");
    }

    @Test
    void a_team_that_never_works_is_refused() {
        assertThat(manager.put(path(), BERLIN.replace("16:30", "08:00")).status())
                .isEqualTo(422);
        assertThat(manager.put(path(), BERLIN.replace("\"MONDAY\", \"TUESDAY\"", ""))
                        .status())
                .isEqualTo(422);
        assertThat(manager.put(path(), BERLIN.replace("Europe/Berlin", "Middle/Earth"))
                        .status())
                .isEqualTo(422);
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        String everyMonday = yesterday
                .datesUntil(yesterday.plusYears(2))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfWeek() == DayOfWeek.TUESDAY)
                .map(day -> "\"" + day + "\"")
                .collect(Collectors.joining(","));
        assertThat(manager.put(path(), BERLIN.replace("\"2026-12-25\"", everyMonday))
                        .status())
                .isEqualTo(422);
        assertThat(anybody.get(path()).status()).isEqualTo(404);
    }

    private String zone(String path) {
        return anybody.get(path).json().path("definition").path("zone").asString();
    }

    private String path() {
        return "/v1/calendars/" + team;
    }
}
