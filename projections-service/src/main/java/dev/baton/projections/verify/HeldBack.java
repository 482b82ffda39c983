package dev.baton.projections.verify;

import dev.baton.axon.kafka.verify.Fault;
import dev.baton.axon.kafka.verify.Finding;
import dev.baton.axon.kafka.verify.Findings;
import dev.baton.axon.kafka.verify.InOrder;
import dev.baton.axon.kafka.verify.Where;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/// Subjects of which something waits: their rows are not compared, since nobody says that they are complete.
record HeldBack(JdbcTemplate jdbc) {

    /// The temporary table `held_back`, filled with what waits or lies among the dead letters of the live readers.
    void note(String generation, Findings findings) {
        jdbc.execute("create temporary table held_back (subject text primary key) on commit drop");
        jdbc.query(
                """
                select subject, count(*) filter (where letter) as letters, count(*) filter (where not letter) as waiting
                from (select subject, true as letter from reader_dead_letter
                      where starts_with(reader, ?) and subject is not null
                      union all
                      select subject, false from reader_parked where starts_with(reader, ?)) as held
                group by subject order by subject""",
                row -> {
                    String detail =
                            row.getLong("letters") + " dead letters, " + row.getLong("waiting") + " events that wait";
                    note(row.getString("subject"), Fault.HELD_BACK, "readers of " + generation, detail, findings);
                },
                generation + "-",
                generation + "-");
    }

    /// What the topics lack although rows may have been made of it: a hole that the live readers did not have.
    void note(Map<InOrder.Of, Long> holes, String topic, Findings findings) {
        var unknown = holes.entrySet().stream()
                .filter(hole -> !known(hole.getKey().subject()))
                .toList();
        unknown.forEach(hole -> note(
                hole.getKey().subject(),
                Fault.MISSING,
                topic,
                "the topic lacks event " + hole.getValue() + " of "
                        + hole.getKey().source()
                        + ", or it cannot be folded; the rows behind it are not compared",
                findings));
    }

    private boolean known(String subject) {
        return !jdbc.queryForList("select subject from held_back where subject = ?", String.class, subject)
                .isEmpty();
    }

    private void note(String subject, Fault fault, String place, String detail, Findings findings) {
        jdbc.update("insert into held_back values (?) on conflict do nothing", subject);
        findings.add(new Finding(Where.ROWS, fault, subject, null, place, detail));
    }
}
