package dev.baton.contract.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Money as `{"amount": "12.50", "currency": "EUR"}`: written as a decimal string, read as one or as a number.
public final class MoneyModule extends SimpleModule {
    private static final int LONGEST_AMOUNT = 18;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    public MoneyModule() {
        super("money");
        addSerializer(Money.class, new Writer());
        addDeserializer(Money.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Money> {
        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", money.getAmount().toPlainString());
            json.writeStringProperty("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            CurrencyUnit currency = currency(node, context);
            return Money.of(currency, amount(node, currency.getDecimalPlaces(), context));
        }

        private CurrencyUnit currency(JsonNode node, DeserializationContext context) {
            JsonNode code = node.path("currency");
            if (!code.isString()) {
                return context.reportInputMismatch(Money.class, "currency must be a code such as \"EUR\"");
            }
            try {
                return CurrencyUnit.of(code.asString());
            } catch (IllegalCurrencyException unknown) {
                return context.reportInputMismatch(Money.class, "currency '%s' is not known", code.asString());
            }
        }

        private BigDecimal amount(JsonNode node, int decimals, DeserializationContext context) {
            for (String field : node.propertyNames()) {
                if (!field.equals("amount") && !field.equals("currency")) {
                    return context.reportInputMismatch(Money.class, "unknown field '%s'", field);
                }
            }
            BigDecimal amount = decimal(node.path("amount"), context);
            if (amount.stripTrailingZeros().scale() > decimals) {
                return context.reportInputMismatch(
                        Money.class, "amount %s has more than %d decimals", amount.toPlainString(), decimals);
            }
            return amount.setScale(decimals);
        }

        private BigDecimal decimal(JsonNode amount, DeserializationContext context) {
            if (amount.isNumber()) {
                return writable(amount.decimalValue(), context);
            }
            if (amount.isString() && DECIMAL.matcher(amount.asString()).matches()) {
                return new BigDecimal(amount.asString());
            }
            return context.reportInputMismatch(Money.class, "amount must be a decimal, as a string or a number");
        }

        /// `1e999999999` is a short text, but a long number.
        private BigDecimal writable(BigDecimal amount, DeserializationContext context) {
            if (amount.precision() - amount.scale() > LONGEST_AMOUNT || amount.scale() > LONGEST_AMOUNT) {
                return context.reportInputMismatch(Money.class, "amount has more than %d digits", LONGEST_AMOUNT);
            }
            return amount;
        }
    }
}
