package dev.baton.roles.directory;

/// The processing group of rows that are part of the commit of the facts they follow: subscribed to the event bus,
/// not tailing the log, so that whoever decides next sees them.
public final class CommittedRows {
    public static final String GROUP = "committed-rows";

    private CommittedRows() {}
}
