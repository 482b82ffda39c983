package dev.baton.axon.kafka.cloudevents;

import dev.baton.contract.Extensions;
import java.util.Set;
import java.util.regex.Pattern;

/// Header and attribute names of the CloudEvents Kafka protocol binding, binary content mode.
final class CloudEventHeaders {
    static final String PREFIX = "ce_";
    static final String CONTENT_TYPE = "content-type";
    static final String JSON = "application/json";
    static final String VERSION = "1.0";

    /// Attributes that an envelope has a component for; whatever else arrives is an extension.
    static final Set<String> NAMED = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "data",
            Extensions.SEQUENCE,
            Extensions.PARTITION_KEY,
            Extensions.CAUSATION_ID,
            Extensions.CORRELATION_ID,
            Extensions.RECORDED_TIME,
            Extensions.ACTOR,
            Extensions.ORIGIN_SOURCE,
            Extensions.ORIGIN_ID);

    private static final Pattern LEGAL = Pattern.compile("[a-z0-9]+");

    private CloudEventHeaders() {}

    /// Metadata of the store whose name is no CloudEvents attribute name stays in the store.
    static boolean travels(String extension) {
        return LEGAL.matcher(extension).matches() && !NAMED.contains(extension);
    }
}
