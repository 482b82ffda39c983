package dev.baton.contract;

/// The two topics of the published language.
public final class Topics {
    /// A deal's whole story, from both services, keyed by deal id.
    public static final String DEALS = "baton.deals";
    /// What concerns people, keyed by member id.
    public static final String MEMBERS = "baton.members";
    /// Fixed at creation: another count would move keys between partitions and break their order.
    public static final int PARTITIONS = 64;

    private Topics() {}
}
