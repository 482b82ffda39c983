package dev.baton.roles.directory;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.member.Unwritten;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.Present;
import dev.baton.roles.routing.RoutingPolicy;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/// Who is there, in which role, with what load.
@Repository
public class Members implements Present {
    private static final String PRESENT = Members.class.getName();

    private final JdbcOperations jdbc;
    private final Rosters rosters;
    private final Set<Holder> known = ConcurrentHashMap.newKeySet();

    Members(JdbcOperations jdbc, Rosters rosters) {
        this.jdbc = jdbc;
        this.rosters = rosters;
    }

    /// Everybody in a role who has not departed: read once in a unit of work, with what it has given them since.
    @Override
    public List<Colleague> colleagues(Role role) {
        List<Colleague> people = present().in(role);
        Set<String> given = Unwritten.peopleIn(role);
        return given.isEmpty()
                ? people
                : people.stream()
                        .map(person -> given.contains(person.member()) ? sinceThen(role, person) : person)
                        .toList();
    }

    /// The same people, with what that policy needs to know for that moment.
    public List<Colleague> colleagues(Role role, RoutingPolicy policy, Instant at) {
        List<Colleague> people = colleagues(role);
        if (policy.of(role).spread().dailyIntake() == null) {
            return people;
        }
        Map<String, List<Instant>> taken = taken(role, at);
        return people.stream()
                .map(person -> person.having(taken.getOrDefault(person.member(), List.of())))
                .toList();
    }

    private static Colleague sinceThen(Role role, Colleague person) {
        Holder holder = new Holder(role, person.member());
        return person.carrying(Unwritten.loadOf(holder))
                .later(Unwritten.turnOf(holder))
                .having(Unwritten.takenBy(holder));
    }

    private Map<String, List<Instant>> taken(Role role, Instant at) {
        Map<String, List<Instant>> taken = new HashMap<>();
        jdbc.query(
                "select member, taken_at from intake where role = ? and taken_at > ? and taken_at < ?",
                row -> {
                    taken.computeIfAbsent(row.getString("member"), member -> new ArrayList<>())
                            .add(row.getObject("taken_at", OffsetDateTime.class).toInstant());
                },
                role.name(),
                at.minus(Colleague.COUNTED).atOffset(ZoneOffset.UTC),
                at.plus(Colleague.COUNTED).atOffset(ZoneOffset.UTC));
        return taken;
    }

    /// Up to which position of the log they are known, in every role, as long as the unit of work
    /// goes on.
    public long asOf() {
        return present().asOf();
    }

    private Roster present() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(PRESENT, key -> rosters.now())
                : rosters.now();
    }

    /// Whether somebody has joined in that role, whether or not they are still there: as of the
    /// position up to which a unit of work knows people, once it does.
    public boolean knows(Holder holder) {
        Roster seen = seen();
        return seen == null ? known.contains(holder) || found(holder) : seen.knows(holder);
    }

    private static @Nullable Roster seen() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(PRESENT) : null;
    }

    /// Nobody is ever forgotten, so a yes need not be asked for again.
    private boolean found(Holder holder) {
        boolean found = !jdbc.queryForList(
                        "select 1 from member_directory where role = ? and member = ?",
                        Integer.class,
                        holder.role().name(),
                        holder.member())
                .isEmpty();
        if (found) {
            known.add(holder);
        }
        return found;
    }

    /// Whether somebody is there in that role.
    public boolean has(Holder holder) {
        return !jdbc.queryForList(
                        "select 1 from member_directory where role = ? and member = ? and not departed",
                        Integer.class,
                        holder.role().name(),
                        holder.member())
                .isEmpty();
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
