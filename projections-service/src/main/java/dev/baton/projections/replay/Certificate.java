package dev.baton.projections.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a generation's rows come to, at a fence: the same for any batch size, number of threads, or
/// crash in between.
///
/// @param checksum SHA-256 over the tables' names, rows and checksums
/// @param events how many records had been read at the fence
public record Certificate(String checksum, long events, List<Table> tables) {

    /// @param checksum SHA-256 over all rows as text, in the order of the key
    public record Table(String table, long rows, String checksum) {}

    static Certificate of(long events, List<Table> tables) {
        var digest = Checksum.begin();
        tables.forEach(table -> digest.update(
                (table.table() + " " + table.rows() + " " + table.checksum() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new Certificate(Checksum.end(digest), events, tables);
    }
}
