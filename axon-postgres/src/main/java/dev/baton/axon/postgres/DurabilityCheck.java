package dev.baton.axon.postgres;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/// Settings of the server under which a confirmed commit may vanish in a power cut.
final class DurabilityCheck {
    private static final List<String> NEVER_OFF = List.of("fsync", "synchronous_commit", "full_page_writes");

    private DurabilityCheck() {}

    static void require(JdbcOperations jdbc) {
        for (String setting : NEVER_OFF) {
            if ("off".equals(jdbc.queryForObject("select current_setting(?)", String.class, setting))) {
                throw new UnsafeStore("PostgreSQL runs with " + setting + " = off and may lose confirmed events;"
                        + " set it on, or baton.allow-unsafe-durability=true for data that may be lost.");
            }
        }
    }
}
