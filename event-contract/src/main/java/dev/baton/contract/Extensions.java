package dev.baton.contract;

/// Names of the CloudEvents extension attributes that Baton writes and reads.
public final class Extensions {
    public static final String SEQUENCE = "sequence";
    public static final String PARTITION_KEY = "partitionkey";
    public static final String CAUSATION_ID = "causationid";
    public static final String CORRELATION_ID = "correlationid";
    public static final String RECORDED_TIME = "recordedtime";
    public static final String ACTOR = "actor";
    public static final String ORIGIN_SOURCE = "originsource";
    public static final String ORIGIN_ID = "originid";
    public static final String TRACE_PARENT = "traceparent";
    /// Given by an outside system that speaks of a deal which another system named first.
    public static final String DEAL_ID = "dealid";
    /// `true` when `time` is an estimate, because the outside system does not know the moment.
    public static final String TIME_ESTIMATED = "timeestimated";

    private Extensions() {}
}
