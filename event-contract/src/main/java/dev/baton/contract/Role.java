package dev.baton.contract;

import java.util.Locale;

/// The five roles of the relay.
public enum Role {
    SALES_REPRESENTATIVE,
    ACCOUNT_EXECUTIVE,
    SALES_MANAGER,
    SALES_SPECIALIST,
    CUSTOMER_SUPPORT_REPRESENTATIVE;

    /// The kind of the role's streams, for instance `account-executive`.
    public String streamKind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The stream of one person in this role.
    public StreamId stream(String member) {
        return new StreamId(streamKind(), member);
    }

    public static Role ofStreamKind(String kind) {
        return valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
