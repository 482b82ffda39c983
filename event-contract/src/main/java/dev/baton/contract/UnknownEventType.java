package dev.baton.contract;

/// A wire name that the catalogue does not know.
public final class UnknownEventType extends RuntimeException {
    private final String type;

    public UnknownEventType(String type) {
        super("unknown event type '" + type + "'");
        this.type = type;
    }

    public String type() {
        return type;
    }
}
