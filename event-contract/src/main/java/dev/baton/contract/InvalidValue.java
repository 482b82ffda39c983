package dev.baton.contract;

/// A value that its own rules refuse; names the field and says what is wrong with it.
public final class InvalidValue extends IllegalArgumentException {
    private final String field;

    public InvalidValue(String field, String what) {
        super(field + " " + what);
        this.field = field;
    }

    private InvalidValue(String message, String field, InvalidValue inside) {
        super(message, inside);
        this.field = field;
    }

    /// The same complaint about a value that is part of another.
    ///
    /// @param path where it stands, with dots
    public InvalidValue within(String path) {
        return new InvalidValue(String.valueOf(getMessage()), path + "." + field, this);
    }

    public String field() {
        return field;
    }
}
