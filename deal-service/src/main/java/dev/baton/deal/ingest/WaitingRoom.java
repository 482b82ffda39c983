package dev.baton.deal.ingest;

import dev.baton.deal.aggregate.DealRecords;
import dev.baton.deal.claim.ParkedEvents;
import dev.baton.deal.event.PostedEvent;
import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.deal.lifecycle.Pipeline;
import dev.baton.deal.lifecycle.Pipelines;
import dev.baton.deal.parked.ParkedDeals;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Admits what came too early.
public final class WaitingRoom {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);

    private final ParkedEvents parked;
    private final ParkedDeals deals;
    private final DealRecords records;
    private final Pipelines pipelines;
    private final Clock clock;

    public WaitingRoom(ParkedEvents parked, ParkedDeals deals, DealRecords records, Pipelines pipelines, Clock clock) {
        this.parked = parked;
        this.deals = deals;
        this.records = records;
        this.pipelines = pipelines;
        this.clock = clock;
    }

    /// The deal may have moved between the refusal and the parking, when nobody looked for parked
    /// events: so it is looked at once more, here or, where that fails, by whoever follows the log.
    /// It has been admitted all the same.
    void admit(PostedEvent event, String sender, DealRejected refusal) {
        String deal = event.deal();
        parked.park(event, sender, refusal.code(), clock.instant().plus(timeToLive(deal)));
        try {
            deals.drain(deal);
        } catch (RuntimeException unfinished) {
            LOG.warn("deal {} is looked at again soon for what waits for it", deal, unfinished);
            deals.drainSoon(deal);
        }
    }

    private Duration timeToLive(String deal) {
        return records.find(deal)
                .map(record -> record.state().dossier())
                .map(dossier -> pipelines.version(dossier.lead().pipeline(), dossier.pipelineVersion()))
                .map(Pipeline::parkedTimeToLive)
                .orElse(Pipeline.USUAL_TIME_TO_LIVE);
    }
}
