package dev.baton.contract;

/// The two topics of the published language.
public final class Topics {
    /// A deal's whole story, from both services, keyed by deal id.
    public static final String DEALS = "baton.deals";
    /// What concerns people, keyed by member id.
    public static final String MEMBERS = "baton.members";
    /// Fixed at creation: another count would move keys between partitions and break their order.
    public static final int PARTITIONS = 64;

    /// Bytes that a topic takes of one record: what hosted clusters allow, too. Far beyond any
    /// usual event, and enough for a decision among a hundred thousand candidates.
    public static final int LARGEST_RECORD = 8 * 1024 * 1024;
    /// Bytes that an event may have, its data and its attributes. The rest of the record is for the
    /// names of its headers and for how Kafka frames it.
    public static final int LARGEST_EVENT = 8_000_000;

    private Topics() {}
}
