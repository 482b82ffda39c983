package dev.baton.projections.row;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Reads the values of the contract from a row.
public final class Cells {
    private Cells() {}

    /// For a column that is `not null`.
    public static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// For a column that is `not null`.
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }

    public static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    /// From the columns `value` and `currency`.
    public static @Nullable Money money(ResultSet row) throws SQLException {
        return money(row, "value", "currency");
    }

    public static @Nullable Money money(ResultSet row, String amountColumn, String currencyColumn) throws SQLException {
        BigDecimal amount = row.getBigDecimal(amountColumn);
        CurrencyUnit currency = amount == null ? null : CurrencyUnit.of(text(row, currencyColumn));
        return currency == null || amount == null
                ? null
                : Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }

    /// From the columns `<prefix>_role` and `<prefix>_member`.
    public static @Nullable Holder holder(ResultSet row, String prefix) throws SQLException {
        String member = row.getString(prefix + "_member");
        return member == null ? null : new Holder(Role.valueOf(text(row, prefix + "_role")), member);
    }

    public static <E extends Enum<E>> @Nullable E constant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
