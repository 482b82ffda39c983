package dev.baton.projections.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.contract.testing.Seed;
import dev.baton.projections.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// A text that is copied is the text that was given, whatever COPY would read into it.
class CopiedTextTest {
    private static final String PIECES = "a\\\t\n\r\"'{}N,. ä€\uD83D\uDE00\u0001";
    private static final int TEXTS = Seed.times(2_000);

    record Line(String id, @Nullable String text) {}

    @Tag("random")
    @Test
    void every_text_arrives_as_it_was() {
        long seed = Seed.of("texts");
        List<Line> lines = lines(new Random(seed));
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(Postgres.newDatabaseUrl());
            JdbcTemplate jdbc = new JdbcTemplate(database);
            jdbc.execute("create table line (id text primary key, text text)");
            RowTable<Line> table = new RowTable<>(
                            jdbc, "line", List.of("id"), (row, number) -> new Line(row.getString(1), row.getString(2)))
                    .column("id", "text", Line::id)
                    .column("text", "text", Line::text);

            table.copy(lines.stream());

            List<String> ids = lines.stream().map(Line::id).toList();
            assertThat(table.of(ids)).as("-Dbaton.seed=" + seed).containsExactlyInAnyOrderElementsOf(lines);
        }
    }

    private static List<Line> lines(Random random) {
        List<Line> lines = new ArrayList<>(List.of(new Line("null", null), new Line("empty", "")));
        for (int number = 0; number < TEXTS; number++) {
            lines.add(new Line("line-" + number, text(random)));
        }
        return lines;
    }

    private static String text(Random random) {
        int[] points = PIECES.codePoints().toArray();
        return IntStream.range(0, random.nextInt(30))
                .map(at -> points[random.nextInt(points.length)])
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
