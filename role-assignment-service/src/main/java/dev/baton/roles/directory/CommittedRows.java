package dev.baton.roles.directory;

/// The processing group of rows that are part of the commit of the facts they follow: subscribed to the event bus,
/// not tailing the log, so that whoever decides next sees them.
///
/// All rows that follow from one fact are written by one of its classes: so the statements of a commit follow each
/// other as its facts do, whoever of the group is called first.
public final class CommittedRows {
    public static final String GROUP = "committed-rows";

    private CommittedRows() {}
}
