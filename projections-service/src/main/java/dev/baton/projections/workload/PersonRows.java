package dev.baton.projections.workload;

import static java.util.stream.Collectors.toMap;

import dev.baton.contract.Role;
import dev.baton.contract.json.ContractJson;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;

/// The table `member`.
public final class PersonRows implements KeyedRows<Person> {
    private static final TypeReference<TreeSet<String>> WORDS = new TypeReference<>() {};
    private final RowTable<Person> table;

    public PersonRows(JdbcTemplate jdbc, String generation) {
        table = new RowTable<>(jdbc, generation + ".member", List.of("stream_id"), PersonRows::read)
                .column("stream_id", "text", Person::stream)
                .column("role", "text", Person::role)
                .column("member", "text", Person::member)
                .column("name", "text", Person::name)
                .column("capacity", "int", Person::capacity)
                .column("territories", "jsonb", person -> json(person.territories()))
                .column("skills", "jsonb", person -> json(person.skills()))
                .column("languages", "jsonb", person -> json(person.languages()))
                .column("availability", "text", Person::availability)
                .column("joined_at", "timestamptz", Person::joined)
                .column("departed_at", "timestamptz", Person::departed);
    }

    @Override
    public Map<String, Person> load(Collection<String> keys) {
        return table.of(keys).stream().collect(toMap(Person::stream, Function.identity()));
    }

    @Override
    public List<Part<Person, ?>> parts() {
        return List.of(Part.changing(table, Stream::of));
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                Cells.text(row, "stream_id"),
                Role.valueOf(Cells.text(row, "role")),
                Cells.text(row, "member"),
                Cells.text(row, "name"),
                row.getInt("capacity"),
                words(row, "territories"),
                words(row, "skills"),
                words(row, "languages"),
                Availability.valueOf(Cells.text(row, "availability")),
                Cells.moment(row, "joined_at"),
                Cells.instant(row, "departed_at"));
    }

    private static String json(SortedSet<String> words) {
        return ContractJson.mapper().writeValueAsString(words);
    }

    private static SortedSet<String> words(ResultSet row, String column) throws SQLException {
        return ContractJson.mapper().readValue(Cells.text(row, column), WORDS);
    }
}
