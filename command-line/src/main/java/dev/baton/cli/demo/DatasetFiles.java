package dev.baton.cli.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.baton.cli.demo.Opportunity.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the data set that comes with this program.
final class DatasetFiles {
    private static final String PLACE = "/demo/crm-sales-opportunities/";

    private DatasetFiles() {}

    static Dataset read() throws IOException {
        return new Dataset(
                rows("sales_pipeline.csv", DatasetFiles::opportunity),
                rows("sales_teams.csv", DatasetFiles::agent).stream()
                        .collect(Collectors.toMap(Agent::name, Function.identity())),
                rows("products.csv", Function.identity()).stream()
                        .collect(Collectors.toMap(
                                row -> row.getField("product"), row -> new BigDecimal(row.getField("sales_price")))));
    }

    private static <T> List<T> rows(String file, Function<NamedCsvRecord, T> mapping) throws IOException {
        try (InputStream bytes = DatasetFiles.class.getResourceAsStream(PLACE + file)) {
            if (bytes == null) {
                throw new IOException("this program lacks " + PLACE + file);
            }
            Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
                return csv.stream().map(mapping).toList();
            }
        }
    }

    private static Opportunity opportunity(NamedCsvRecord row) {
        return new Opportunity(
                row.getField("opportunity_id"),
                row.getField("sales_agent"),
                product(row.getField("product")),
                optional(row.getField("account"), Function.identity()),
                Stage.valueOf(row.getField("deal_stage").toUpperCase(Locale.ROOT)),
                optional(row.getField("engage_date"), LocalDate::parse),
                optional(row.getField("close_date"), LocalDate::parse),
                optional(row.getField("close_value"), BigDecimal::new));
    }

    private static Agent agent(NamedCsvRecord row) {
        return new Agent(row.getField("sales_agent"), row.getField("manager"), row.getField("regional_office"));
    }

    /// One product is written in two ways.
    private static String product(String written) {
        return written.equals("GTXPro") ? "GTX Pro" : written;
    }

    private static <T> @Nullable T optional(String text, Function<String, T> parse) {
        return text.isBlank() ? null : parse.apply(text);
    }
}
