package dev.baton.roles.directory;

import dev.baton.contract.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/// Who knows a customer from other deals.
@Repository
public class Accounts {
    private final JdbcOperations jdbc;

    Accounts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// Who last held a deal of the customer in that role.
    public @Nullable String holder(String customer, Role role) {
        return jdbc
                .queryForList(
                        "select member from account_holder where customer = ? and role = ?",
                        String.class,
                        customer,
                        role.name())
                .stream()
                .findFirst()
                .orElse(null);
    }
}
