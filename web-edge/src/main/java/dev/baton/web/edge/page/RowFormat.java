package dev.baton.web.edge.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;

/// One way of writing rows.
@FunctionalInterface
public interface RowFormat {

    /// @param type the record whose components are the columns
    void write(Class<?> type, Collection<?> rows, OutputStream out) throws IOException;
}
