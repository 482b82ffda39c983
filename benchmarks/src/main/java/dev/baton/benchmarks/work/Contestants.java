package dev.baton.benchmarks.work;

import java.util.Map;

/// The contenders of one class path, by name.
public record Contestants(Map<String, Appending> appending, Map<String, Replaying> replaying) {

    @FunctionalInterface
    public interface Appending {
        AppendContender at(Place place) throws Exception;
    }

    @FunctionalInterface
    public interface Replaying {
        ReplayContender at(Place place) throws Exception;
    }
}
