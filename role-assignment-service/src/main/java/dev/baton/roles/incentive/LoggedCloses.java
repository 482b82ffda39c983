package dev.baton.roles.incentive;

import dev.baton.contract.EventCatalogue;
import dev.baton.contract.EventCodec;
import dev.baton.contract.Extensions;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/// The deals that were closed in a period, as this service's log tells them.
@Repository
class LoggedCloses {
    private static final String[] CLOSES = types(Closed.class, CloseReversed.class);
    private static final String[] MATTERING = types(
            LeadFound.class,
            LeadQualified.class,
            Negotiated.class,
            TermsReopened.class,
            ForecastRevised.class,
            DealCorrected.class,
            Closed.class,
            CloseReversed.class,
            DealReopened.class,
            ResponsibilityOpened.class,
            ResponsibilityTransferred.class,
            ResponsibilityReopened.class);

    /// What deal-service made carries the time at which that one stored it.
    private static final String BY_THEN = " and occurred_at <= ?" + " and coalesce((metadata::json ->> '"
            + Extensions.RECORDED_TIME + "')::timestamptz, recorded_at) <= ?";

    private final JdbcOperations jdbc;
    private final EventCodec codec;

    LoggedCloses(JdbcOperations jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /// Every deal that was won, lost or reversed from `begin` until before `end`, by its id: its
    /// whole story, also what was outside of that time, as far as it counts then.
    Map<String, DealOutcome> between(Instant begin, Instant end, PointInTime when) {
        List<String> deals = jdbc.query(
                "select distinct stream_id from event" + " where type in ('" + String.join("', '", CLOSES)
                        + "') and occurred_at >= ? and occurred_at < ?" + BY_THEN,
                (row, ignored) -> row.getString("stream_id"),
                begin.atOffset(ZoneOffset.UTC),
                end.atOffset(ZoneOffset.UTC),
                when.lastHappened(),
                when.lastStored());
        Map<String, DealOutcome> outcomes = new TreeMap<>();
        for (Told told : facts(deals, when)) {
            outcomes.compute(
                    told.stream().id(), (deal, before) -> told.onto(before == null ? DealOutcome.NOTHING_YET : before));
        }
        return outcomes;
    }

    private List<Told> facts(List<String> deals, PointInTime when) {
        String[] streams = deals.stream()
                .map(deal -> StreamId.parse(deal).id())
                .flatMap(deal -> Stream.of(StreamId.deal(deal), StreamId.responsibility(deal)))
                .map(StreamId::toString)
                .toArray(String[]::new);
        return jdbc.query(
                "select stream_id, event_id, type, payload, occurred_at from event"
                        + " where stream_id = any (?) and type = any (?)" + BY_THEN + " order by position",
                this::told,
                streams,
                MATTERING,
                when.lastHappened(),
                when.lastStored());
    }

    private Told told(ResultSet row, int ignored) throws SQLException {
        return new Told(
                StreamId.parse(row.getString("stream_id")),
                row.getObject("event_id", UUID.class),
                codec.decode(row.getString("type"), row.getString("payload")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }

    private record Told(StreamId stream, UUID id, Object fact, Instant at) {
        DealOutcome onto(DealOutcome before) {
            return switch (fact) {
                case DealEvent event -> before.after(event, id, at);
                case AccountabilityFact accountable -> before.after(accountable, at);
                default -> throw new IllegalStateException("nobody asked for " + fact);
            };
        }
    }

    private static String[] types(Class<?>... events) {
        return Stream.of(events).map(event -> EventCatalogue.of(event).name()).toArray(String[]::new);
    }
}
