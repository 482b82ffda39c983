package dev.baton.cli.ops;

import java.io.IOException;

/// A service did nothing, and says why.
public final class TaskRefused extends IOException {
    TaskRefused(String reason) {
        super(reason);
    }
}
