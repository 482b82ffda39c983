package dev.baton.deal.event;

import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.lifecycle.Close;
import dev.baton.deal.lifecycle.Lead;
import dev.baton.deal.lifecycle.RecordMilestone;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// What a posted event asks of its deal.
public final class MilestoneCommands {
    private static final String LEAD_FOUND = "baton.deal.lead-found.v1";
    private static final String LEAD_QUALIFIED = "baton.deal.lead-qualified.v1";
    private static final String NEGOTIATED = "baton.deal.negotiated.v1";
    private static final String CLOSED = "baton.deal.closed.v1";
    private static final String HANDED_TO_SUPPORT = "baton.deal.handed-to-support.v1";

    static final SortedSet<String> TYPES =
            new TreeSet<>(Set.of(LEAD_FOUND, LEAD_QUALIFIED, NEGOTIATED, CLOSED, HANDED_TO_SUPPORT));

    private final JsonMapper json;

    /// @param json strict: an unknown field is refused
    public MilestoneCommands(JsonMapper json) {
        this.json = json;
    }

    /// @throws tools.jackson.core.JacksonException when the data does not fit the type
    /// @throws dev.baton.web.edge.problem.ProblemException when the type is not one of the five
    public RecordMilestone of(PostedEvent event) {
        String deal = event.deal();
        return switch (event.type()) {
            case LEAD_FOUND -> new RecordLeadFound(begins(event), data(event, Lead.class), event.time());
            case LEAD_QUALIFIED -> new RecordLeadQualified(deal, data(event, LeadQualified.class), event.time());
            case NEGOTIATED -> new RecordNegotiated(deal, data(event, Negotiated.class), event.time());
            case CLOSED -> new RecordClosed(deal, data(event, Close.class), event.time());
            case HANDED_TO_SUPPORT -> new RecordHandover(deal, data(event, HandoverRequested.class), event.time());
            default -> throw UnfitEvent.unknownType(event.type());
        };
    }

    private static String begins(PostedEvent event) {
        if (event.dealId() != null) {
            throw UnfitEvent.invalid("dealid", "names a deal that exists already; lead-found begins one");
        }
        return event.deal();
    }

    private <T> T data(PostedEvent event, Class<T> type) {
        return json.treeToValue(event.data(), type);
    }
}
