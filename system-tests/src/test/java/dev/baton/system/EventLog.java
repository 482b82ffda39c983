package dev.baton.system;

/// The deals' event log, counted where it is stored: what a refusal stored would show here and nowhere else.
record EventLog(Database deals) {

    static EventLog ofDeals(Baton baton) {
        return new EventLog(Database.of(baton, "deals"));
    }

    /// What was posted, and not what the deals made of what they heard: the relay of an earlier lead goes on while
    /// others
    /// are refused, to the support of one that was won.
    long size() {
        return deals.number("select count(*) from event where type not in"
                + " ('baton.deal.holder-recognised.v1', 'baton.deal.handed-to-support.v1')");
    }

    long leads() {
        return deals.number("select count(*) from event where type = 'baton.deal.lead-found.v1'");
    }
}
