package dev.baton.cli.whatif;

import dev.baton.cli.http.Api;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Whoever presses Ctrl-C wants no answer any more: the service need not go on. It does, when
/// somebody else has asked for the same run.
final class CancelledWhenLeaving implements AutoCloseable {
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final Api api;
    private final String service;
    private final Thread leaving = new Thread(this::cancel, "cancel what-if");
    private volatile @Nullable JsonNode run;

    CancelledWhenLeaving(Api api, String service) {
        this.api = api;
        this.service = service;
        Runtime.getRuntime().addShutdownHook(leaving);
    }

    void waitsFor(JsonNode running) {
        run = running;
    }

    private void cancel() {
        JsonNode waitedFor = run;
        if (waitedFor == null) {
            return;
        }
        String id = waitedFor.path("id").asString("");
        if (waitedFor.path("askers").asInt(1) > 1) {
            System.err.println("baton: what-if " + id + " goes on, since it was asked for more than once");
            return;
        }
        try {
            int status = api.deleteNow(WhatIfApi.CLIENT, service + WhatIfApi.PATH + "/" + id, AT_MOST)
                    .statusCode();
            System.err.println("baton: what-if " + id + (status == 200 ? " cancelled" : ": status " + status));
        } catch (IOException | InterruptedException failed) {
            System.err.println("baton: what-if " + id + " goes on: it could not be cancelled: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(leaving);
        } catch (IllegalStateException alreadyLeaving) {
            // it is under way, and harmless to what has ended
        }
    }
}
