package dev.baton.web.edge.body;

import java.io.IOException;

/// A body that went on beyond the limit without having announced its length.
public final class BodyTooLarge extends IOException {
    private final long limit;

    BodyTooLarge(long limit) {
        super("body larger than " + limit + " bytes");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
