package dev.baton.roles.routing;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The versions of each policy; none is ever changed, since decisions name them.
@Repository
public class RoutingPolicies {
    /// For so long an instance may go by a version that another one has replaced.
    public static final Duration KEPT_FOR = Duration.ofSeconds(1);

    private static final TypeReference<Map<Role, Rule>> RULES = new TypeReference<>() {};
    private static final TypeReference<Map<String, BusinessCalendar>> CALENDARS = new TypeReference<>() {};

    private final JdbcOperations jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Kept> recent = new ConcurrentHashMap<>();

    RoutingPolicies(JdbcOperations jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// The newest version.
    public Optional<RoutingPolicy> named(String name) {
        return query("where name = ? order by version desc limit 1", name).stream()
                .findFirst();
    }

    public Optional<RoutingPolicy> version(String name, int version) {
        return query("where name = ? and version = ?", name, version).stream().findFirst();
    }

    /// The policy under a pipeline's own name, else the default one; another node's change is seen within a second.
    public RoutingPolicy forPipeline(String pipeline) {
        Instant now = clock.instant();
        return recent.compute(
                        pipeline,
                        (name, kept) -> kept != null && now.isBefore(kept.until())
                                ? kept
                                : new Kept(read(name), now.plus(KEPT_FOR)))
                .policy();
    }

    private RoutingPolicy read(String pipeline) {
        return query(
                        "where name in (?, ?) order by name <> ?, version desc limit 1",
                        pipeline,
                        RoutingPolicy.DEFAULT,
                        pipeline)
                .getFirst();
    }

    private record Kept(RoutingPolicy policy, Instant until) {}

    public List<RoutingPolicy> newest() {
        return query("where (name, version) in (select name, max(version) from routing_policy group by name)"
                + " order by name");
    }

    /// Every version that there ever was, the oldest first.
    public List<Dated> history() {
        return jdbc.query(
                "select name, version, rules, calendar, calendars, created_at from routing_policy order by created_at, name, version",
                (row, ignored) -> new Dated(
                        policy(row),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()));
    }

    /// @param since when it was written
    public record Dated(RoutingPolicy policy, Instant since) {}

    /// The same rules again are no new version.
    ///
    /// @param given of whatever version
    /// @param read the version that it was made of; absent for whatever is the newest
    /// @return what holds from now on; empty when another version than the one that was read does
    /// @throws DuplicateKeyException when somebody else wrote the same version first
    Optional<RoutingPolicy> write(RoutingPolicy given, @Nullable Integer read, String by) {
        RoutingPolicy now = named(given.name()).orElse(null);
        if (now != null && given.saysTheSameAs(now)) {
            return Optional.of(now);
        }
        if (read != null && (now == null || now.version() != read)) {
            return Optional.empty();
        }
        RoutingPolicy next = given.versioned(now == null ? 1 : now.version() + 1);
        jdbc.update(
                "insert into routing_policy (name, version, rules, calendar, calendars, created_by)"
                        + " values (?, ?, ?, ?, ?, ?)",
                next.name(),
                next.version(),
                json.writeValueAsString(next.roles()),
                text(next.calendar()),
                text(next.calendars()),
                by);
        recent.clear();
        return Optional.of(next);
    }

    /// All versions, the newest first, with who wrote them and when.
    List<Version> history(String name) {
        return jdbc.query(
                "select * from routing_policy where name = ? order by version desc",
                (row, ignored) -> new Version(
                        policy(row),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("created_by")),
                name);
    }

    record Version(RoutingPolicy policy, Instant written, String by) {}

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private @Nullable BusinessCalendar calendar(@Nullable String text) {
        return text == null ? null : json.readValue(text, BusinessCalendar.class);
    }

    private @Nullable Map<String, BusinessCalendar> calendars(@Nullable String text) {
        return text == null ? null : json.readValue(text, CALENDARS);
    }

    private List<RoutingPolicy> query(String condition, Object... parameters) {
        return jdbc.query(
                "select name, version, rules, calendar, calendars from routing_policy " + condition,
                (row, ignored) -> policy(row),
                parameters);
    }

    private RoutingPolicy policy(ResultSet row) throws SQLException {
        return new RoutingPolicy(
                row.getString("name"),
                row.getInt("version"),
                json.readValue(row.getString("rules"), RULES),
                calendar(row.getString("calendar")),
                calendars(row.getString("calendars")));
    }
}
