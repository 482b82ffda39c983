package dev.baton.deal.event;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.databind.JsonNode;

/// A number as ECMAScript writes it: the shortest digits that read back as the same double, plain from 1e-6 up to
/// 1e21, with an exponent outside of that.
final class CanonicalNumber {
    private static final int PLAIN_UP_TO = 21;
    private static final int PLAIN_DOWN_TO = -6;

    private CanonicalNumber() {}

    static String of(JsonNode number) {
        double value = number.doubleValue();
        return Double.isFinite(value) ? of(value) : number.decimalValue().toString();
    }

    /// Java's own text of a double has the shortest digits, but never fewer than two.
    private static BigDecimal shortest(double value) {
        BigDecimal text = new BigDecimal(Double.toString(value));
        BigDecimal oneDigit = text.round(new MathContext(1));
        return (oneDigit.doubleValue() == value ? oneDigit : text).stripTrailingZeros();
    }

    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + arranged(digits, point);
    }

    /// @param point how many digits stand before the decimal point; may be negative, or beyond the digits
    private static String arranged(String digits, int point) {
        if (point > PLAIN_UP_TO || point <= PLAIN_DOWN_TO) {
            return scientific(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
