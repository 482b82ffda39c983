package dev.baton.axon.kafka.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/// Compares the two piles of the [TopicDesk]: a service's own events with what its topics hold of it.
final class TopicComparison {
    private static final int SHOWN = Findings.SHOWN;

    private final JdbcTemplate jdbc;
    private final Findings findings;
    private final String source;

    TopicComparison(JdbcTemplate jdbc, Findings findings, String source) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.source = source;
    }

    void own(Standing standing) {
        missing(standing.published());
        extra();
        altered(Where.TOPIC, "source = '" + literal(source) + "'");
        misplaced();
        disordered();
    }

    /// @param intake what another service said and this one took in
    void intake(Intake intake, Standing standing) {
        String foreign = "source <> '" + literal(source) + "' and topic = '" + literal(intake.topic()) + "'";
        notTakenIn(intake, foreign);
        neverSaid(foreign, standing.logged());
        altered(Where.INTAKE, foreign);
    }

    private void missing(long published) {
        tell(Where.TOPIC, Fault.MISSING, """
                select e.subject, e.event_id::text as event,
                       e.topic || '/' || e.partition || ', position ' || e.position as place,
                       'the event is in the log and was acknowledged, the topic does not have it' as detail
                from expected e
                where e.source = '%s' and e.position <= %d
                  and not exists (select from found f where f.event_id = e.event_id::text and f.source = e.source)
                order by e.position""".formatted(literal(source), published));
    }

    private void extra() {
        tell(Where.TOPIC, Fault.EXTRA, """
                select f.subject, f.event_id as event, f.topic || '/' || f.partition || '@' || f.record_offset as place,
                       'the topic has an event of this service that its log does not have' as detail
                from found f
                where f.source = '%s'
                  and not exists (select from expected e where e.event_id::text = f.event_id and e.source = f.source)
                order by f.topic, f.partition, f.record_offset""".formatted(literal(source)));
    }

    private void altered(Where where, String whose) {
        tell(where, Fault.ALTERED, """
                select e.subject, f.event_id as event,
                       f.topic || '/' || f.partition || '@' || f.record_offset || ', position ' || e.position as place,
                       'log and topic do not say the same: payload or attributes differ' as detail
                from (select * from expected where %s) e
                join found f on f.event_id = e.event_id::text and f.source = e.source
                where f.digest <> e.digest order by e.position""".formatted(whose));
    }

    private void misplaced() {
        tell(Where.TOPIC, Fault.MISPLACED, """
                select e.subject, f.event_id as event, f.topic || '/' || f.partition || '@' || f.record_offset as place,
                       'its key belongs to ' || e.topic || '/' || e.partition as detail
                from expected e join found f on f.event_id = e.event_id::text and f.source = e.source
                where e.source = '%s' and (f.topic, f.partition) <> (e.topic, e.partition)
                order by e.position""".formatted(literal(source)));
    }

    /// Sent again after a crash an event stands twice: a subject is in order when the first of each, or the last of
    /// each, are.
    private void disordered() {
        tell(Where.TOPIC, Fault.DISORDERED, """
                select subject, null as event, topic || '/' || partition as place,
                       'its events are not in the order of their sequence' as detail
                from (select subject, topic, partition,
                             first < lag(first) over w as first_out, last < lag(last) over w as last_out
                      from (select e.subject, f.topic, f.partition, e.sequence,
                                   min(f.record_offset) as first, max(f.record_offset) as last
                            from expected e join found f on f.event_id = e.event_id::text and f.source = e.source
                            where e.source = '%s'
                            group by e.subject, f.topic, f.partition, e.sequence) as each
                      window w as (partition by subject, topic, partition order by sequence)) as pairs
                group by subject, topic, partition
                having bool_or(first_out) and bool_or(last_out)
                order by subject""".formatted(literal(source)));
    }

    private void notTakenIn(Intake intake, String foreign) {
        String absent = """
                from (select distinct on (source, event_id) * from found where %s
                      order by source, event_id, record_offset) f
                join stood o on o.reader = '%s' and o.topic = f.topic and o.partition = f.partition
                  and f.record_offset < o.next_offset
                where not exists (select from expected e where e.event_id::text = f.event_id and e.source = f.source)
                """.formatted(foreign, literal(intake.reader()));
        String held = """
                exists (select from reader_dead_letter d
                        where d.reader = o.reader and d.source = f.source and d.subject = f.subject)
                or exists (select from reader_parked p
                           where p.reader = o.reader and p.source = f.source and p.subject = f.subject)""";
        String shape = """
                select f.subject, f.event_id as event, f.topic || '/' || f.partition || '@' || f.record_offset as place,
                       '%s' as detail
                """;
        String order = " order by f.topic, f.partition, f.record_offset";
        tell(
                Where.INTAKE,
                Fault.MISSING,
                shape.formatted("it was read and is not in the log") + absent + " and not (" + held + ")" + order);
        tell(
                Where.INTAKE,
                Fault.HELD_BACK,
                shape.formatted("it waits behind a hole or is a dead letter") + absent + " and (" + held + ")" + order);
    }

    private void neverSaid(String foreign, long logged) {
        tell(Where.INTAKE, Fault.EXTRA, """
                select e.subject, e.event_id::text as event, 'position ' || e.position as place,
                       'the log took it in, the topic does not have it' as detail
                from expected e
                where %s and e.position <= %d
                  and not exists (select from found f where f.event_id = e.event_id::text and f.source = e.source)
                order by e.position""".formatted(foreign, logged));
    }

    private void tell(Where where, Fault fault, String query) {
        var first = jdbc.query(query + " limit " + (SHOWN + 1), (row, number) -> finding(where, fault, row));
        first.stream().limit(SHOWN).forEach(findings::add);
        if (first.size() > SHOWN) {
            findings.more(where, fault, count(query) - SHOWN);
        }
    }

    private long count(String query) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from (" + query + ") as all_of_them", Long.class));
    }

    private static Finding finding(Where where, Fault fault, ResultSet row) throws SQLException {
        return new Finding(
                where,
                fault,
                row.getString("subject"),
                row.getString("event"),
                Objects.requireNonNull(row.getString("place")),
                Objects.requireNonNull(row.getString("detail")));
    }

    private static String literal(String text) {
        return text.replace("'", "''");
    }
}
