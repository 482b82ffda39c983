package dev.baton.contract;

/// A value that its own rules refuse; names the field and says what is wrong with it.
public final class InvalidValue extends IllegalArgumentException {
    private final String field;

    public InvalidValue(String field, String what) {
        super(field + " " + what);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
