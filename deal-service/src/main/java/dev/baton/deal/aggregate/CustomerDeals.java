package dev.baton.deal.aggregate;

import dev.baton.contract.StreamId;
import dev.baton.deal.lifecycle.Lead;
import dev.baton.deal.lifecycle.LikelyDuplicates;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The deals that began as a customer's. One whose customer was corrected later is not found by the other one.
public final class CustomerDeals {
    /// Nobody reads more of a warning.
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final DealRecords records;

    public CustomerDeals(JdbcClient jdbc, DealRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /// The ids of those that the lead is likely to repeat, the newest first.
    public List<String> likelyDuplicates(Lead lead) {
        return lead.customer() == null || lead.need() == null
                ? List.of()
                : begunFor(lead.customer().id()).stream()
                        .filter(deal -> records.find(deal)
                                .filter(known -> LikelyDuplicates.isOne(lead, known.state()))
                                .isPresent())
                        .toList();
    }

    /// In the words of the index `event_of_a_customers_lead`.
    private List<String> begunFor(String customer) {
        return jdbc.sql("select stream_id from event where type = 'baton.deal.lead-found.v1'"
                        + " and (payload::json -> 'customer' ->> 'id') = ? order by position desc limit ?")
                .params(customer, MOST)
                .query((row, number) ->
                        StreamId.parse(row.getString("stream_id")).id())
                .list();
    }
}
