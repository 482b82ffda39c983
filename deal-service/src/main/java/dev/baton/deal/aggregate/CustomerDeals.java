package dev.baton.deal.aggregate;

import dev.baton.contract.EventCatalogue;
import dev.baton.contract.EventCodec;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.deal.lifecycle.Lead;
import dev.baton.deal.lifecycle.LikelyDuplicates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The deals that began as a customer's, with that need. One whose customer or need was corrected later is not found by
/// the other one. One question of the log, however long the deals' stories are: only those that were corrected are
/// read.
public final class CustomerDeals {
    /// Nobody reads more of a warning.
    private static final int MOST = 20;

    /// Of a customer with more leads than this the older ones are not looked at.
    private static final int LOOKED_AT = 100;

    private static final String CORRECTED =
            EventCatalogue.of(DealCorrected.class).name();

    /// In the words of the index `event_of_a_customers_newest_lead`.
    private static final String BEGUN = """
            select found.stream_id, turn.type, turn.payload, exists (
                select from event correction
                where correction.stream_id = found.stream_id and correction.type = '%s') as corrected
            from (select stream_id, position, payload from event
                  where type = 'baton.deal.lead-found.v1' and (payload::json -> 'customer' ->> 'id') = :customer
                  order by position desc limit :looked) found
            cross join lateral (
                select type, payload from event
                where event.stream_id = found.stream_id and event.type in (%s)
                order by sequence desc limit 1) turn
            where lower(btrim(found.payload::json ->> 'need', E' \\t\\r\\n')) = :need and found.stream_id <> :itself
            order by found.position desc limit :most""".formatted(CORRECTED, turns());

    private final JdbcClient jdbc;
    private final DealRecords records;
    private final EventCodec codec;

    public CustomerDeals(JdbcClient jdbc, DealRecords records, EventCodec codec) {
        this.jdbc = jdbc;
        this.records = records;
        this.codec = codec;
    }

    /// The ids of those that the lead is likely to repeat, the newest first.
    ///
    /// @param deal the lead's own id, which it does not repeat
    public List<String> likelyDuplicates(String deal, Lead lead) {
        return lead.customer() == null || lead.need() == null
                ? List.of()
                : begun(deal, lead.customer().id(), LikelyDuplicates.plain(lead.need())).stream()
                        .filter(Begun::live)
                        .filter(begun -> !begun.corrected() || isOne(lead, begun.deal()))
                        .map(Begun::deal)
                        .toList();
    }

    private boolean isOne(Lead lead, String deal) {
        return records.find(deal)
                .filter(known -> LikelyDuplicates.isOne(lead, known.state()))
                .isPresent();
    }

    private List<Begun> begun(String deal, String customer, String need) {
        return jdbc.sql(BEGUN)
                .param("customer", customer)
                .param("looked", LOOKED_AT)
                .param("need", need)
                .param("itself", StreamId.deal(deal).toString())
                .param("most", MOST)
                .query(this::begun)
                .list();
    }

    private Begun begun(ResultSet row, int ignored) throws SQLException {
        Object turn = codec.decode(row.getString("type"), row.getString("payload"));
        return new Begun(
                StreamId.parse(row.getString("stream_id")).id(),
                LikelyDuplicates.isLiveAfter(turn),
                row.getBoolean("corrected"));
    }

    /// The facts after which a deal is on its way, or is not any more.
    private static String turns() {
        return Stream.of(
                        LeadFound.class,
                        LeadDisqualified.class,
                        Closed.class,
                        CloseReversed.class,
                        DealReopened.class,
                        DealMerged.class)
                .map(type -> "'" + EventCatalogue.of(type).name() + "'")
                .collect(Collectors.joining(", "));
    }

    /// @param live whether it is on its way
    /// @param corrected whether what is known of its lead may be otherwise by now
    private record Begun(String deal, boolean live, boolean corrected) {}
}
