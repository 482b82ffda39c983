package dev.baton.deal.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the customer has been brought into use.
public record Onboarding(
        @Nullable Instant started, @Nullable Instant completed) {
    static final Onboarding NONE = new Onboarding(null, null);

    public boolean underWay() {
        return started != null && completed == null;
    }
}
