package dev.baton.roles.directory;

import static dev.baton.roles.directory.Columns.deal;

import dev.baton.contract.Role;
import org.springframework.stereotype.Component;

/// What becomes of the rows of a search when it ends, or when it is support's turn, whichever fact says so.
@Component
class SearchRows {
    private final RowsOfCommit rows;

    SearchRows(RowsOfCommit rows) {
        this.rows = rows;
    }

    /// Nobody is looked for any more, and nobody has said no.
    void forget(String stream) {
        rows.change(
                deal(stream),
                "with waited as (delete from waiting_assignment where deal = ?) delete from decliner where deal = ?",
                deal(stream),
                deal(stream));
    }

    /// Support is looked for, or not any more: then nothing lacks.
    void supportHasTheWord(String stream, Role leg) {
        if (leg == Role.CUSTOMER_SUPPORT_REPRESENTATIVE) {
            rows.change(
                    deal(stream),
                    "update responsibility set lacking = null where deal = ? and lacking is not null",
                    deal(stream));
        }
    }
}
