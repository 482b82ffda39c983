package dev.baton.projections.answer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// A sum in one currency.
///
/// @param amount a decimal with the currency's own number of decimals, as text so that no reader rounds it
public record Amount(String currency, String amount) {

    /// From a numeric column and the column `currency`; null where there is no currency.
    public static @Nullable String text(ResultSet row, String column) throws SQLException {
        return text(row, column, "currency");
    }

    public static @Nullable String text(ResultSet row, String column, String currencyColumn) throws SQLException {
        String currency = row.getString(currencyColumn);
        BigDecimal amount = row.getBigDecimal(column);
        return currency == null || amount == null
                ? null
                : amount.setScale(CurrencyUnit.of(currency).getDecimalPlaces()).toPlainString();
    }
}
