package dev.baton.axon.kafka.ops;

import java.util.Map;
import java.util.Set;

/// Something that ops start and that takes its time.
public interface LongTask {

    /// The last word of its path, `/ops/<name>`.
    String name();

    /// The query parameters that it knows.
    default Set<String> options() {
        return Set.of();
    }

    /// @param options the query parameters of the request that started it
    /// @return what came of it, as it is shown
    /// @throws TaskRefused when it does not begin, with a sentence for whoever asked
    Object run(Map<String, String> options, TaskProgress progress) throws Exception;
}
